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

/** Total, notes and signatures stay with the last rows, as long as these are no page by themselves. */
export function keepTheEnd(table: readonly Band[], closing: number, pageHeight: number): Band[] {
  let first = table.length - closing
  let height = 0
  for (let rows = 0; rows < LAST_ROWS && first > 0; rows += 1) {
    height += table[first - 1].height
    if (height > pageHeight / 2) break
    first -= 1
  }
  return [...table.slice(0, first), ...table.slice(first).map(kept)]
}

export function layOut(letters: Letters, sheet: Sheet, frame: Frame): Page[] {
  const closing = [sheet.total, sheet.capital].filter((part) => part !== null).length
  const table = keepTheEnd(tableBands(letters, sheet, frame.width), closing, frame.height)
  return paginate(
    [...above(letters, sheet, frame.width), ...table, ...below(letters, sheet, frame.width)],
    frame.height,
  )
}
