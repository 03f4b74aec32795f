/** The rows of a roster file as what was typed in them, with everything that is wrong; each number once. */
import type { Category } from '../dues/categories'
import {
  type Cell,
  isEmpty,
  isMasked,
  type Read,
  readCategory,
  readDay,
  readIdentity,
  readMail,
  readName,
  readNumber,
  readPhone,
  readStatus,
  textOf,
} from './cells'
import { columnIds, findHeadings, type RosterColumn, titleOf } from './columns'

export const MOST_ROWS = 20_000

/** A cell that was left empty is not there: it changes nothing. */
type Typed = {
  [Column in 'name' | 'admittedOn' | 'fullOn' | 'phone' | 'mail' | 'identity']?: string
} & {
  status?: 'full' | 'probationary'
  category?: Category
}
type Masked = { [Column in 'phone' | 'mail' | 'identity']?: string }
export type RosterRow = {
  /** as the table program numbers it */
  row: number
  number: string
  typed: Typed
  /** numbers with stars, as an export has them */
  masked: Masked
  /** columns in which something stands that means nothing */
  unread: readonly RosterColumn[]
  generalBranch: string
  branch: string
  group: string
}
export type RowProblem = { row: number; column: string; message: string }
export type ReadRows = {
  rows: RosterRow[]
  /** also of rows that are wrong otherwise */
  numbers: ReadonlySet<string>
  problems: RowProblem[]
  ignoredColumns: readonly string[]
}

const readers = {
  name: readName,
  status: readStatus,
  admittedOn: readDay,
  fullOn: readDay,
  category: readCategory,
  phone: readPhone,
  mail: readMail,
  identity: readIdentity,
} satisfies { [Column in RosterColumn]?: (cell: Cell, today: Date) => Read<string> }
type ReadColumn = keyof typeof readers
const readColumns = Object.keys(readers) as ReadColumn[]
const maskable: readonly string[] = ['phone', 'mail', 'identity']

/** The template's own example; a college's numbers hold no Chinese character. */
const isExample = (number: string) => number.startsWith('示例')

/** @returns null for a file without headings that say what is what */
export function readRows(table: readonly (readonly Cell[])[], today: Date): ReadRows | null {
  const headings = findHeadings(table)
  if (!headings) return null
  const problems: RowProblem[] = headings.doubled.map((column) => ({
    row: headings.row + 1,
    column: titleOf(column),
    message: `有两列都是“${titleOf(column)}”，请删去一列。`,
  }))
  const rows: RosterRow[] = []
  const rowOf = new Map<string, number>()

  for (const [index, cells] of table.entries()) {
    const cellOf = (column: RosterColumn): Cell => cells[headings.at.get(column) ?? -1] ?? null
    if (index <= headings.row || columnIds.every((column) => isEmpty(cellOf(column)))) continue
    if (isExample(textOf(cellOf('number')))) continue
    const row = index + 1
    const note = (column: RosterColumn, message: string) => problems.push({ row, column: titleOf(column), message })
    const number = isEmpty(cellOf('number')) ? { problem: '没有写学号或工号。' } : readNumber(cellOf('number'))
    if ('problem' in number) {
      note('number', number.problem)
      continue
    }
    const earlier = rowOf.get(number.value)
    if (earlier) {
      note('number', `“${number.value}”与第 ${earlier} 行重复，一人只能有一行。`)
      continue
    }
    rowOf.set(number.value, row)

    const typed: Record<string, string> = {}
    const masked: Record<string, string> = {}
    const unread: RosterColumn[] = []
    for (const column of readColumns) {
      const cell = cellOf(column)
      if (isEmpty(cell)) continue
      if (maskable.includes(column) && isMasked(cell)) {
        masked[column] = textOf(cell)
        continue
      }
      const read: Read<string> = readers[column](cell, today)
      if ('problem' in read) {
        unread.push(column)
        note(column, read.problem)
      } else typed[column] = read.value
    }
    const [generalBranch, branch, group] = (['generalBranch', 'branch', 'group'] as const).map((column) =>
      textOf(cellOf(column)),
    )
    // what was read is what its reader gives
    const known = { typed: typed as Typed, masked: masked as Masked, unread }
    rows.push({ row, number: number.value, ...known, generalBranch, branch, group })
  }
  return { rows, numbers: new Set(rowOf.keys()), problems, ignoredColumns: headings.ignored }
}
