/** A sheet as workbook: amounts are numbers of yuan that one can reckon with, totals are values, as they were when the ledger was asked. */
import writeExcelFile, { type Cell, type Row as Cells } from 'write-excel-file/node'
import { capitalAmount } from '../../domain/money/capital-amount'
import { yuanOf } from '../../domain/money/written-amount'
import { cellText } from '../../domain/workbooks/cell-text'
import type { Column, Kind, Row, Sheet, Value } from '../sheet'
import { printSetup } from './print-setup'

const FONT = '宋体'
const MONEY = '#,##0.00'
const QUIET_MONEY = '#,##0.00;-#,##0.00;"—"'
/** a column's width counts letters of Latin */
const LETTER_MM = 1.9
const RULED = { borderStyle: 'thin', alignVertical: 'center' } as const
/** title and headline stand above it */
const HEAD_ROW = 3
/** number and name stay in sight where a table is wide */
const STICKY_COLUMNS = 2

const aligns = { text: 'left', centred: 'center', count: 'right', money: 'right', percent: 'right' } as const

/** One cell as wide as the table. */
const across = (count: number, cell: Exclude<Cell, null | undefined>): Cells => [
  { ...(cell as object), columnSpan: count },
  ...Array.from({ length: count - 1 }, () => null),
]

const formatOf = (kind: Kind, quiet: boolean): string | undefined => {
  switch (kind) {
    case 'money':
      return quiet ? QUIET_MONEY : MONEY
    case 'percent':
      return '0.00%'
    case 'count':
    case 'centred':
      return '0'
    case 'text':
      return undefined
    default:
      return kind satisfies never
  }
}

const numberOf = (kind: Kind, value: number): number =>
  kind === 'money' ? yuanOf(value) : kind === 'percent' ? Number(`${value}e-4`) : value

function cellOf({ kind, quiet = false }: Column, value: Value, strong: boolean): Cell {
  const style = { ...RULED, align: aligns[kind], fontWeight: strong ? ('bold' as const) : undefined }
  if (value === null || value === '') return style
  if (typeof value === 'string') return { ...style, value: cellText(value), type: String, wrap: true }
  return { ...style, value: numberOf(kind, value), type: Number, format: formatOf(kind, quiet && !strong) }
}

const cellsOf = (columns: readonly Column[], { values, strong = false }: Row): Cells =>
  columns.map((column, index) => cellOf(column, values[index], strong))

function headOf({ title, headline, columns }: Sheet): Cells[] {
  const [left, middle, right] = headline
  const line = [left, middle, right].filter((part) => part !== '').join('　　')
  return [
    across(columns.length, {
      value: title,
      type: String,
      fontSize: 18,
      fontWeight: 'bold',
      align: 'center',
      height: 32,
    }),
    across(columns.length, { value: line, type: String, wrap: true }),
    columns.map(({ head }) => ({
      ...RULED,
      value: head,
      type: String,
      fontWeight: 'bold',
      align: 'center',
      wrap: true,
    })),
  ]
}

function footOf({ capital, notes, signatures, issuer, columns }: Sheet): Cells[] {
  const words = capital ? [`${capital.label}：人民币${capitalAmount(capital.fen)}`] : []
  const signed = signatures.map((label) => `${label}：________________`).join('　　')
  const line = (value: string) => across(columns.length, { value, type: String, wrap: true })
  return [
    ...words.map((value) => across(columns.length, { ...RULED, value, type: String, fontWeight: 'bold' as const })),
    ...notes.map(line),
    ...(signed === ''
      ? []
      : [across(columns.length, { value: signed, type: String, height: 36, alignVertical: 'bottom' })]),
    ...issuer.map((value) => across(columns.length, { value, type: String, align: 'right' as const })),
  ]
}

export async function writeWorkbook(sheet: Sheet): Promise<Uint8Array> {
  const { title, columns, rows, total, landscape } = sheet
  const body = [...rows, ...(total ? [total] : [])].map((row) => cellsOf(columns, row))
  return writeExcelFile(
    [...headOf(sheet), ...body, ...footOf(sheet)],
    {
      sheet: title,
      columns: columns.map(({ width }) => ({ width: Math.round(width / LETTER_MM) })),
      stickyRowsCount: HEAD_ROW,
      stickyColumnsCount: landscape ? STICKY_COLUMNS : 0,
    },
    { fontFamily: FONT, fontSize: 11, features: [printSetup(landscape, title, HEAD_ROW)] },
  ).toBuffer()
}
