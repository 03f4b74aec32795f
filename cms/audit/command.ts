/** `npm run audit -- verify | archive | export`, from its words to its exit code. Settings are in the environment already. */
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export const USAGE = `用法：
  npm run audit -- verify                 核对整条审计日志，指出第一条被改动、删除或插入的记录
  npm run audit -- archive                把超过保留期的记录移到压缩文件
  npm run audit -- export [文件.xlsx|.csv]  导出全部记录`

type Problem = { reason: string; sequence: number; file?: string }
type Verification = {
  problem: Problem | null
  checked: number
  last: { sequence: number; hash: string }
  absent: string[]
}

/** What the CMS offers under the name `audit` (cms/src/audit/tools.ts). */
export type AuditTools = {
  verify(): Promise<Verification>
  archive(now: Date): Promise<{ rows: number; file: string | null; verification: Verification }>
  keepMonths(): number
  export(format: 'xlsx' | 'csv'): Promise<Readable>
  wordsOfProblem(problem: Problem): string
}

export type CommandContext = {
  /** where the user typed the command: relative files count from here */
  from: string
  dataDir: string
  /** runs the work beside a running CMS, or without */
  withAudit: <T>(work: (tools: AuditTools) => Promise<T>) => Promise<T>
  output: { write(text: string): unknown }
  now: () => Date
}

const EXIT = { ok: 0, broken: 1, wrongUse: 2 } as const

function sayVerified(tools: AuditTools, { problem, checked, last, absent }: Verification, { output }: CommandContext) {
  for (const file of absent) output.write(`! 归档文件 ${file} 不在，其中的记录没有核对；校验从它之后接着进行。\n`)
  if (problem) {
    output.write(`✗ 审计日志不完整：${tools.wordsOfProblem(problem)}\n`)
    return EXIT.broken
  }
  output.write(`✓ 审计日志完整：核对了 ${checked} 条，最后一条是第 ${last.sequence} 条。\n`)
  output.write(`  校验值 ${last.hash}\n  把这一行记在别处，以后可以证明在此之前的记录没有变过。\n`)
  return EXIT.ok
}

const verify = (context: CommandContext) =>
  context.withAudit(async (tools) => sayVerified(tools, await tools.verify(), context))

const archive = (context: CommandContext) =>
  context.withAudit(async (tools) => {
    const { rows, file, verification } = await tools.archive(context.now())
    if (verification.problem) return sayVerified(tools, verification, context)
    context.output.write(
      file
        ? `✓ ${rows} 条记录已移到 ${path.join(context.dataDir, 'audit', file)}，请把它备份到别处。\n`
        : `没有超过 ${tools.keepMonths()} 个月的记录，不需要归档。\n`,
    )
    return EXIT.ok
  })

function formatOf(file: string): 'xlsx' | 'csv' | null {
  const extension = path.extname(file).toLowerCase()
  return extension === '.xlsx' ? 'xlsx' : extension === '.csv' ? 'csv' : null
}

async function exportTo(name: string, context: CommandContext) {
  const format = formatOf(name)
  if (!format) {
    context.output.write(`文件名请以 .xlsx 或 .csv 结尾。\n${USAGE}\n`)
    return EXIT.wrongUse
  }
  const file = path.resolve(context.from, name)
  await context.withAudit(async (tools) =>
    pipeline(await tools.export(format), createWriteStream(file, { mode: 0o600 })),
  )
  context.output.write(`✓ 已导出到 ${file}\n`)
  return EXIT.ok
}

/** @returns the exit code: 1 when the log is not what was written */
export async function runAudit([word, file, ...others]: readonly string[], context: CommandContext): Promise<number> {
  if (others.length === 0) {
    if (word === 'verify' && !file) return verify(context)
    if (word === 'archive' && !file) return archive(context)
    if (word === 'export') return exportTo(file ?? `审计日志-${context.now().toISOString().slice(0, 10)}.xlsx`, context)
  }
  context.output.write(`${USAGE}\n`)
  return EXIT.wrongUse
}
