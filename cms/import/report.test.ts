import { expect, it } from 'vitest'
import { decision, problem } from './decisions.ts'
import type { FileOutcome } from './import-policies.ts'
import { type ImportReport, reportName, summaryLine, toJson, toMarkdown } from './report.ts'

const file = (path: string, more: Partial<FileOutcome> = {}): FileOutcome => ({
  path,
  title: path,
  result: 'created',
  decisions: [],
  problem: null,
  ...more,
})

const report = (more: Partial<ImportReport> = {}): ImportReport => ({
  folder: '/home/policies',
  isDryRun: false,
  startedAt: new Date('2026-11-23T01:02:03Z'),
  durationMs: 8_400,
  outcomes: [
    file('法律/甲法.md'),
    file('法律/乙`法.md', { decisions: [decision('date-unknown'), decision('history-missing')] }),
    file('法律/丙法.md', { result: 'kept', decisions: [decision('edited-kept')] }),
    file('法律/丁法.md', { result: 'skipped', problem: problem('empty') }),
  ],
  versions: [{ newer: '法律/甲法', older: '法律/旧甲法', isRepeal: false }],
  ignored: ['README.md'],
  interrupted: false,
  ...more,
})

it('names every file that was skipped or needs a look, and why', () => {
  expect(toMarkdown(report())).toBe(`# 政策法规导入报告

- 文件夹：\`/home/policies\`
- 时间：2026年11月23日 09:02:03，用时 8 秒
- 结果：新导入 2，保留编辑的版本 1，未导入 1（共 4 个文件）

## 未导入的文件

- \`法律/丁法.md\`：文件是空的。（empty）

## 需要留意的文件

| 代码 | 次数 |
| --- | ---: |
| date-unknown | 1 |
| history-missing | 1 |
| edited-kept | 1 |

- \`法律/乙'法.md\`
  - 文件名和题注都没有日期，版本日期留空。（date-unknown）
  - 没有制定与修改记录（题注）。（history-missing）
- \`法律/丙法.md\`
  - 这篇内容在编辑台有改动，保留编辑的版本，未覆盖。（edited-kept）

## 版本关系

- \`法律/甲法\` 取代 \`法律/旧甲法\`

## 没有读取的文件（不是 Markdown，或是说明文件）

- \`README.md\`
`)
})

it('an interrupted run says how to go on and what is left', () => {
  const text = toMarkdown(report({ interrupted: true, outcomes: [file('法律/甲法.md', { result: 'waiting' })] }))
  expect(text).toContain('- 导入中途停下，用同样的命令再运行一次会接着导入。')
  expect(text).toContain('## 尚未处理的文件\n\n- `法律/甲法.md`')
})

it('a dry run says what would be done', () => {
  expect(toMarkdown(report({ isDryRun: true }))).toContain('# 政策法规导入预演')
  expect(summaryLine(report({ isDryRun: true }))).toBe('将导入 2，保留编辑的版本 1，未导入 1')
})

it('nothing to import is said in so many words', () => {
  expect(summaryLine({ outcomes: [], isDryRun: false })).toBe('没有可导入的文件')
})

it('programs get the same as JSON', () => {
  expect(JSON.parse(toJson(report()))).toMatchObject({
    startedAt: '2026-11-23T01:02:03.000Z',
    outcomes: [{}, { decisions: [{ code: 'date-unknown' }, {}] }, {}, { problem: { code: 'empty' } }],
  })
})

it('is named by the Beijing time of its start', () => {
  expect(reportName(new Date('2026-11-23T20:02:03.456Z'))).toBe('20261124-040203')
})
