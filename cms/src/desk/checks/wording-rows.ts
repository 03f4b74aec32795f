/** A wording list between files and rows of text: CSV as Excel and WPS write it (UTF-8 or GB 18030), and XLSX. */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { readSheet } from 'read-excel-file/node'
import type { WordingEntry } from '../../domain/checks/wording'
import { MOST_ROWS, rowOfEntry, wordingHeader } from '../../domain/checks/wording-file'

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const BYTE_ORDER_MARK = '\ufeff'
const UTF_16 = Buffer.from([0xff, 0xfe])

function decode(bytes: Buffer): string | null {
  if (bytes.subarray(0, 2).equals(UTF_16)) return bytes.toString('utf16le').slice(1)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  }
  return null
}

function csvRows(bytes: Buffer): string[][] | null {
  const text = decode(bytes)
  if (text === null || text.includes('\u0000')) return null
  try {
    return parse(text, {
      ...{ delimiter: [',', '\t', ';'], relax_column_count: true, relax_quotes: true, skip_empty_lines: false },
    })
  } catch {
    return null
  }
}

async function sheetRows(bytes: Buffer): Promise<string[][] | null> {
  try {
    const rows = await readSheet(bytes)
    return rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))))
  } catch {
    return null
  }
}

/** @returns null for what is neither, or has more rows than a wording list can have */
export async function readWordingRows(bytes: Buffer): Promise<string[][] | null> {
  const rows = bytes.subarray(0, ZIP.length).equals(ZIP) ? await sheetRows(bytes) : csvRows(bytes)
  return rows && rows.length > 0 && rows.length <= MOST_ROWS ? rows : null
}

/** Opens in Excel with its characters whole: that needs the mark at the beginning. */
export function writeWordingCsv(entries: readonly WordingEntry[]): string {
  return BYTE_ORDER_MARK + stringify([[...wordingHeader], ...entries.map(rowOfEntry)], { escape_formulas: true })
}
