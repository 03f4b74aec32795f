/** A wording list between files and rows of text. */
import { stringify } from 'csv-stringify/sync'
import type { WordingEntry } from '../../domain/checks/wording'
import { MOST_ROWS, rowOfEntry, wordingHeader } from '../../domain/checks/wording-file'
import { readTable } from '../../workbooks/read-table'

const BYTE_ORDER_MARK = '\ufeff'
const LIMITS = { rows: MOST_ROWS, columns: 100 }

/** @returns null for what cannot be read, or has more rows than a wording list can have */
export async function readWordingRows(bytes: Buffer): Promise<string[][] | null> {
  const rows = await readTable(bytes, LIMITS)
  return typeof rows === 'string' ? null : rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))))
}

/** Opens in Excel with its characters whole: that needs the mark at the beginning. */
export function writeWordingCsv(entries: readonly WordingEntry[]): string {
  return BYTE_ORDER_MARK + stringify([[...wordingHeader], ...entries.map(rowOfEntry)], { escape_formulas: true })
}
