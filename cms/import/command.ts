/** `npm run import -- policies <folder>`, from its words to its exit code. Settings are in the environment already. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Core } from '@strapi/types'
import { publishAtOnce, reviewService } from './clearance.ts'
import { type ImportResult, importPolicies } from './import-policies.ts'
import { inMinutes, Progress } from './progress.ts'
import { type ImportReport, reportName, summaryLine, toJson, toMarkdown } from './report.ts'
import type { PolicyStore } from './store.ts'
import { StrapiPolicyStore } from './strapi-store.ts'

export const USAGE = '用法：npm run import -- policies <文件夹> [--dry-run] [--urgent "<理由>" --as <平台管理员的邮箱>]'

/** what shells know of a command that Ctrl-C ended */
const INTERRUPTED_EXIT_CODE = 130
/** the CMS asks for as many characters */
const LEAST_REASON = 10

/** Publishing at once, without reviews: why, and in whose name. */
export type Urgency = { reason: string; email: string }
export type Arguments = { folder: string; isDryRun: boolean; urgency: Urgency | null }

export type CommandContext = {
  /** where the user typed the command: relative folders count from here */
  from: string
  dataDir: string
  siteUrl: string
  /** runs the work with a loaded CMS */
  withStrapi: <T>(work: (strapi: Core.Strapi) => Promise<T>) => Promise<T>
  signal: AbortSignal
  output: { isTTY?: boolean; write(text: string): unknown }
  now: () => Date
}

/** A sentence for people; nothing was imported. */
export class ImportProblem extends Error {
  readonly exitCode: 1 | 2

  constructor(sentence: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(sentence, options)
    this.exitCode = exitCode
  }
}

/** @throws ImportProblem with what is wrong and how it is used */
export function readArguments(words: readonly string[]): Arguments {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(words)
  } catch (cause) {
    const unknown = /'(-[^' ]*)/.exec(String(cause))?.[1] ?? ''
    throw new ImportProblem(`不认识的选项 ${unknown}。${USAGE}`, 2, { cause })
  }
  const [kind, folder, ...others] = parsed.positionals
  if (kind === undefined) throw new ImportProblem(`请写明导入什么、从哪个文件夹导入。${USAGE}`, 2)
  if (kind !== 'policies') throw new ImportProblem(`目前只能导入政策法规（policies），不认识“${kind}”。${USAGE}`, 2)
  if (!folder) throw new ImportProblem(`请写明要导入的文件夹。${USAGE}`, 2)
  if (others.length > 0) throw new ImportProblem(`一次只能导入一个文件夹，多出“${others.join(' ')}”。${USAGE}`, 2)
  return { folder, isDryRun: parsed.values['dry-run'] === true, urgency: readUrgency(parsed.values) }
}

function readUrgency({ urgent, as }: { urgent?: string; as?: string }): Urgency | null {
  if (urgent === undefined && as === undefined) return null
  if (!urgent?.trim() || !as?.trim())
    throw new ImportProblem(`不经审核直接发布时，理由（--urgent）和平台管理员的邮箱（--as）都要写。${USAGE}`, 2)
  const reason = urgent.trim()
  if (Array.from(reason).length < LEAST_REASON)
    throw new ImportProblem(`紧急发布的理由至少要写 ${LEAST_REASON} 个字。${USAGE}`, 2)
  return { reason, email: as.trim() }
}

const parse = (words: readonly string[]) =>
  parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, urgent: { type: 'string' }, as: { type: 'string' } },
  })

const folderReasons: Record<string, string> = {
  ENOENT: '没有这个文件夹',
  ENOTDIR: '它不是文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
}

async function checkFolder(folder: string) {
  try {
    await fs.readdir(folder)
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    throw new ImportProblem(`无法读取 ${folder}：${folderReasons[code] ?? code}。`, 2, { cause })
  }
}

async function writeReport(report: ImportReport, dataDir: string): Promise<string> {
  const directory = path.join(dataDir, 'import-reports')
  await fs.mkdir(directory, { recursive: true })
  const file = path.join(directory, reportName(report.startedAt))
  await fs.writeFile(`${file}.md`, toMarkdown(report))
  await fs.writeFile(`${file}.json`, toJson(report))
  return `${file}.md`
}

async function checkColumn(strapi: Core.Strapi) {
  const columns = await strapi.db.query('api::column.column').count({ where: { kind: 'policy' } })
  if (columns === 0) throw new ImportProblem('数据库里还没有“政策法规”栏目：请先运行一次 npm start，再导入。', 1)
}

/** Saves into the CMS: as drafts for review, or published at once in the name of an administrator. */
async function intoCms(
  strapi: Core.Strapi,
  urgency: Urgency | null,
  run: (store: PolicyStore) => Promise<ImportResult>,
  onLeft: (count: number) => void,
): Promise<ImportResult> {
  if (!urgency) {
    const store = new StrapiPolicyStore(strapi)
    const result = await run(store)
    onLeft(store.leftForReview.size)
    return result
  }
  const service = reviewService(strapi)
  const person = await service.administrator(urgency.email)
  if (!person) throw new ImportProblem(`${urgency.email} 不是在用的平台管理员账号，不能紧急发布。`, 1)
  let permitted = 0
  const clear = publishAtOnce(strapi, person, urgency.reason, () => {
    permitted += 1
  })
  const result = await run(new StrapiPolicyStore(strapi, clear))
  if (permitted > 0) await service.tellOfUrgentImport(person, permitted, urgency.reason, new Date())
  return result
}

const beijingDay = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** @returns the exit code; files that were skipped are in the report and do not count as a failure */
export async function runImport(words: readonly string[], context: CommandContext): Promise<number> {
  const { folder: given, isDryRun, urgency } = readArguments(words)
  const folder = path.resolve(context.from, given)
  await checkFolder(folder)
  const { output } = context
  const startedAt = context.now()
  const progress = new Progress(output)
  const run = (store: PolicyStore | null): Promise<ImportResult> =>
    importPolicies({
      folder,
      store,
      publishesWaiting: urgency !== null,
      today: beijingDay(startedAt),
      onProgress: progress.report,
      isInterrupted: () => context.signal.aborted,
    })
  let leftForReview = 0
  const result = isDryRun
    ? await run(null)
    : await context.withStrapi(async (strapi) => {
        await checkColumn(strapi)
        return intoCms(strapi, urgency, run, (count) => {
          leftForReview = count
        })
      })
  const durationMs = context.now().getTime() - startedAt.getTime()
  const report: ImportReport = { ...result, folder, isDryRun, startedAt, durationMs }
  if (isDryRun) {
    output.write(toMarkdown(report))
    return 0
  }
  const file = await writeReport(report, context.dataDir)
  output.write(`${summaryLine(report)}；用时 ${inMinutes(durationMs / 1000)}\n报告：${file}\n`)
  if (result.interrupted) {
    output.write('导入已停下，没有做完；用同样的命令再运行一次，会接着导入。\n')
    return INTERRUPTED_EXIT_CODE
  }
  if (leftForReview > 0) output.write(`其中 ${leftForReview} 篇已存为草稿，等待审核；审核通过后再发布。\n`)
  output.write(`门户：${new URL('/policies/', context.siteUrl).href}（门户运行时，页面会自动更新）\n`)
  return 0
}
