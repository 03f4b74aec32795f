/** A table that came as a file: XLSX, or CSV and text as Excel and WPS write them. Nothing is believed of what it says of itself. */
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { decodeText } from './decode-text'
import { openWorkbook } from './open-workbook'
import type { SheetLimits } from './sheet-size'

/** a day of a workbook is a Date at midnight UTC */
export type Cell = string | number | boolean | Date | null
export type TableProblem = 'unreadable' | 'too-large' | 'old-format'

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
/** .xls, and also an .xlsx with a password */
const OLD = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const startsWith = (bytes: Buffer, mark: Buffer) => bytes.subarray(0, mark.length).equals(mark)

function csvRows(bytes: Buffer, { rows: most }: SheetLimits): Cell[][] | TableProblem {
  const text = decodeText(bytes)
  if (text === null) return 'unreadable'
  try {
    const rows: string[][] = parse(text, {
      ...{ delimiter: [',', '\t', ';'], relax_column_count: true, relax_quotes: true, skip_empty_lines: false },
      ...{ to: most + 1, bom: true },
    })
    return rows.length > most ? 'too-large' : rows
  } catch {
    return 'unreadable'
  }
}

async function sheetRows(bytes: Buffer, limits: SheetLimits): Promise<Cell[][] | TableProblem> {
  const opened = await openWorkbook(bytes, limits)
  if (typeof opened === 'string') return opened
  // of its types, `typeof Date` means a Date
  return readSheet(opened).catch(() => 'unreadable' as const) as Promise<Cell[][] | TableProblem>
}

/** @returns rows as they stand in the file, empty ones too, so that the first is the user's row 1 */
export async function readTable(bytes: Buffer, limits: SheetLimits): Promise<Cell[][] | TableProblem> {
  if (startsWith(bytes, OLD)) return 'old-format'
  const rows = startsWith(bytes, ZIP) ? await sheetRows(bytes, limits) : csvRows(bytes, limits)
  return typeof rows !== 'string' && rows.length === 0 ? 'unreadable' : rows
}
