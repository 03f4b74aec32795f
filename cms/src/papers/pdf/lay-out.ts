/** A sheet on pages: pure geometry, which the drawer only follows. */
import type { Sheet } from '../sheet'
import type { Band, Page } from './band'
import type { Frame } from './frame'
import type { Letters } from './letters'
import { paginate } from './paginate'
import { tableBands } from './table-bands'
import { above, below } from './text-bands'

const LAST_ROWS = 3

const kept = (band: Band): Band => ({ ...band, keep: true })

/** The last rows stay with the total and with those who sign it. */
function keepTheEnd(table: Band[], { total, capital }: Sheet): Band[] {
  const closing = LAST_ROWS + (total ? 1 : 0) + (capital ? 1 : 0)
  return [...table.slice(0, -closing), ...table.slice(-closing).map(kept)]
}

export function layOut(letters: Letters, sheet: Sheet, frame: Frame): Page[] {
  const table = keepTheEnd(tableBands(letters, sheet, frame.width), sheet)
  return paginate(
    [...above(letters, sheet, frame.width), ...table, ...below(letters, sheet, frame.width)],
    frame.height,
  )
}
