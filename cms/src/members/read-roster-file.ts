/** A file that came as somebody's roster, as its rows; every way in reads it here. */
import { refuse } from '../content-api/refuse'
import { MOST_ROWS, type ReadRows, readRows } from '../domain/roster/read-rows'
import { readTable, type TableProblem } from '../workbooks/read-table'

export const MAX_FILE_BYTES = 5 * 1024 * 1024
/** above the headings there may be a title, below them an explanation */
const LIMITS = { rows: MOST_ROWS + 20, columns: 100 }

const codes = {
  unreadable: 'ROSTER_FILE',
  'old-format': 'ROSTER_FILE_OLD',
  'too-large': 'ROSTER_FILE_TOO_LARGE',
} as const satisfies Record<TableProblem, string>

/** @throws a refusal */
export async function readRosterFile(bytes: Buffer, today: Date): Promise<ReadRows> {
  if (bytes.length > MAX_FILE_BYTES) return refuse('ROSTER_FILE_TOO_LARGE')
  const table = await readTable(bytes, LIMITS)
  if (typeof table === 'string') return refuse(codes[table])
  const read = readRows(table, today)
  if (!read) return refuse('ROSTER_HEADINGS')
  return read.rows.length > MOST_ROWS ? refuse('ROSTER_FILE_TOO_LARGE') : read
}
