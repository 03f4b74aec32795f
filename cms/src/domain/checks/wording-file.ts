/** A wording list that comes from a file: read row by row, compared with what is there. Nothing is taken while a row is wrong. */
import type { Severity } from './finding'
import { foldText } from './fold'
import type { WordingEntry } from './wording'

export const MAX_TERM = 60
export const MAX_NOTE = 200
export const MOST_ROWS = 20_000
export const wordingHeader = ['错误用语', '正确用语', '处理方式', '例外', '说明'] as const
export const severityNames: Record<Severity, string> = { warn: '提醒', block: '禁止发布' }

export type WordingRowProblem = { row: number; message: string }
export type WordingPreview = {
  /** rows that stand for a term, each once */
  entries: WordingEntry[]
  added: WordingEntry[]
  changed: { before: WordingEntry; after: WordingEntry }[]
  unchanged: number
  problems: WordingRowProblem[]
}

const SEVERITIES: Record<string, Severity> = {
  ...{ '': 'warn', 提醒: 'warn', 警告: 'warn', 提示: 'warn', warn: 'warn' },
  ...{ 禁止发布: 'block', 禁止: 'block', 阻止: 'block', 拦截: 'block', block: 'block' },
}

const SEPARATOR = /[、，,;；|\n]+/

export const splitExceptions = (text: string): string[] =>
  text
    .split(SEPARATOR)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const isHeader = (cells: readonly string[]) => /^(?:错误|错词|错敏|敏感|不规范|wrong)/i.test(cells[0] ?? '')

function readRow(cells: readonly string[]): WordingEntry | string {
  const [wrong = '', right = '', severity = '', exceptions = '', note = ''] = cells.map((cell) => cell.trim())
  if (wrong === '') return '“错误用语”是空的。'
  if (foldText(wrong).trim().length < 2) return `“${wrong}”只有一个字，会误伤正常文字，请写成词语。`
  if (wrong.length > MAX_TERM || right.length > MAX_TERM) return `用语太长，最多 ${MAX_TERM} 个字。`
  if (note.length > MAX_NOTE) return `“说明”太长，最多 ${MAX_NOTE} 个字。`
  if (foldText(wrong) === foldText(right)) return `“${wrong}”的正确用语与它本身相同。`
  const known = SEVERITIES[severity.toLowerCase()]
  if (!known) return `“处理方式”只能写“提醒”或“禁止发布”，这里写的是“${severity}”。`
  const listed = splitExceptions(exceptions)
  const foreign = listed.find((one) => !foldText(one).includes(foldText(wrong)))
  if (foreign) return `例外“${foreign}”里没有“${wrong}”，不起作用。`
  return { wrong, right: right || null, severity: known, exceptions: listed, note: note || null }
}

const same = (one: WordingEntry, other: WordingEntry) =>
  one.right === other.right &&
  one.severity === other.severity &&
  one.note === other.note &&
  one.exceptions.join('\n') === other.exceptions.join('\n')

/** @param rows as they stand in the file, numbered from 1; a first row of headings and empty rows are passed over */
export function previewWording(rows: readonly (readonly string[])[], present: readonly WordingEntry[]): WordingPreview {
  const byTerm = new Map(present.map((entry) => [foldText(entry.wrong), entry]))
  const rowOf = new Map<string, number>()
  const preview: WordingPreview = { entries: [], added: [], changed: [], unchanged: 0, problems: [] }
  for (const [index, cells] of rows.entries()) {
    const row = index + 1
    if (cells.every((cell) => cell.trim() === '') || (index === 0 && isHeader(cells))) continue
    const entry = readRow(cells)
    if (typeof entry === 'string') {
      preview.problems.push({ row, message: entry })
      continue
    }
    const key = foldText(entry.wrong)
    const earlier = rowOf.get(key)
    if (earlier) {
      preview.problems.push({ row, message: `“${entry.wrong}”与第 ${earlier} 行重复。` })
      continue
    }
    rowOf.set(key, row)
    preview.entries.push(entry)
    const before = byTerm.get(key)
    if (!before) preview.added.push(entry)
    else if (same(before, entry)) preview.unchanged += 1
    else preview.changed.push({ before, after: entry })
  }
  return preview
}

/** In the order of `wordingHeader`: what an export writes, an import reads. */
export const rowOfEntry = ({ wrong, right, severity, exceptions, note }: WordingEntry): string[] => [
  ...[wrong, right ?? '', severityNames[severity], exceptions.join('、'), note ?? ''],
]
