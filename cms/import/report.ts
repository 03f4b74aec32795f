/** What the import did, for people (Markdown) and for programs (JSON). */
import type { FileOutcome, FileResult, ImportResult } from './import-policies.ts'
import { inMinutes } from './progress.ts'

export type ImportReport = ImportResult & {
  folder: string
  isDryRun: boolean
  startedAt: Date
  durationMs: number
}

const resultNames = {
  created: '新导入',
  updated: '已更新',
  unchanged: '没有变化',
  kept: '保留编辑的版本',
  skipped: '未导入',
  waiting: '尚未处理',
} as const satisfies Record<FileResult, string>

const dryRunNames = { created: '将导入', updated: '将更新' } as const

export const countOf = (outcomes: readonly FileOutcome[], result: FileResult) =>
  outcomes.filter((outcome) => outcome.result === result).length

const nameOf = (result: FileResult, isDryRun: boolean) =>
  isDryRun && result in dryRunNames ? dryRunNames[result as 'created' | 'updated'] : resultNames[result]

/** `新导入 445，未导入 2` */
export function summaryLine({ outcomes, isDryRun }: Pick<ImportReport, 'outcomes' | 'isDryRun'>): string {
  const counts = (Object.keys(resultNames) as FileResult[])
    .map((result) => ({ result, count: countOf(outcomes, result) }))
    .filter(({ count }) => count > 0)
  return counts.length === 0
    ? '没有可导入的文件'
    : counts.map(({ result, count }) => `${nameOf(result, isDryRun)} ${count}`).join('，')
}

const inBeijing = (instant: Date) =>
  instant.toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'medium',
    hourCycle: 'h23',
  })

/** File names are the user's: they must not act as Markdown. */
const asCode = (text: string) => `\`${text.replaceAll('`', "'")}\``

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]
}

const skippedLines = (outcomes: readonly FileOutcome[]) =>
  outcomes.flatMap(({ path, problem }) => (problem ? [`- ${asCode(path)}：${problem.text}（${problem.code}）`] : []))

const decisionLines = (outcomes: readonly FileOutcome[]) =>
  outcomes
    .filter(({ decisions }) => decisions.length > 0)
    .flatMap(({ path, decisions }) => [
      `- ${asCode(path)}`,
      ...decisions.map(({ code, text }) => `  - ${text}（${code}）`),
    ])

function decisionCounts(outcomes: readonly FileOutcome[]): string[] {
  const counts = new Map<string, number>()
  for (const { code } of outcomes.flatMap(({ decisions }) => decisions)) counts.set(code, (counts.get(code) ?? 0) + 1)
  if (counts.size === 0) return []
  const rows = [...counts].sort(([, a], [, b]) => b - a).map(([code, count]) => `| ${code} | ${count} |`)
  return ['| 代码 | 次数 |', '| --- | ---: |', ...rows, '']
}

const waitingLines = (outcomes: readonly FileOutcome[]) =>
  outcomes.filter(({ result }) => result === 'waiting').map(({ path }) => `- ${asCode(path)}`)

export function toMarkdown(report: ImportReport): string {
  const { outcomes, versions, ignored } = report
  const title = report.isDryRun ? '政策法规导入预演' : '政策法规导入报告'
  return `${[
    `# ${title}`,
    '',
    `- 文件夹：${asCode(report.folder)}`,
    `- 时间：${inBeijing(report.startedAt)}，用时 ${inMinutes(report.durationMs / 1000)}`,
    `- 结果：${summaryLine(report)}（共 ${outcomes.length} 个文件）`,
    ...(report.interrupted ? ['- 导入中途停下，用同样的命令再运行一次会接着导入。'] : []),
    ...section('未导入的文件', skippedLines(outcomes)),
    ...section('尚未处理的文件', waitingLines(outcomes)),
    ...section('需要留意的文件', [...decisionCounts(outcomes), ...decisionLines(outcomes)]),
    ...section(
      '版本关系',
      versions.map(({ newer, older, isRepeal }) => `- ${asCode(newer)} ${isRepeal ? '废止' : '取代'} ${asCode(older)}`),
    ),
    ...section(
      '没有读取的文件（不是 Markdown，或是说明文件）',
      ignored.map((path) => `- ${asCode(path)}`),
    ),
  ].join('\n')}\n`
}

export const toJson = (report: ImportReport) =>
  `${JSON.stringify({ ...report, startedAt: report.startedAt.toISOString() }, null, 2)}\n`

/** `2026-11-23T03:04:05.678Z` → `20261123-110405` in Beijing, the name of the report's files */
export const reportName = (startedAt: Date) =>
  new Date(startedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
