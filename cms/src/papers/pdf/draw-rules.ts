/** The lines of a table on one page: upright ones go through as long as the cells below each other are the same. */
import type { Page, TableBand } from './band'
import { type Pen, putLine } from './pen'

const INNER = 0.5
const OUTER = 1.2

type Placed = TableBand & { y: number }

const gridOf = ({ cells }: TableBand): string => cells.map(({ x }) => x.toFixed(2)).join(' ')

function uprights(pen: Pen, bands: readonly Placed[]): void {
  let from = 0
  for (let index = 1; index <= bands.length; index += 1) {
    if (index < bands.length && gridOf(bands[index]) === gridOf(bands[from])) continue
    const [top, last] = [bands[from], bands[index - 1]]
    for (const { x } of top.cells.slice(1)) putLine(pen, [x, top.y], [x, last.y + last.height], INNER)
    from = index
  }
}

export function drawRules(pen: Pen, { bands }: Page): void {
  const table = bands.filter((band): band is Placed => band.kind === 'table')
  if (table.length === 0) return
  const { width } = pen.frame
  const [top, last] = [table[0].y, table[table.length - 1]]
  const bottom = last.y + last.height
  uprights(pen, table)
  for (const { y } of table.slice(1)) putLine(pen, [0, y], [width, y], INNER)
  for (const y of [top, bottom]) putLine(pen, [-OUTER / 2, y], [width + OUTER / 2, y], OUTER)
  for (const x of [0, width]) putLine(pen, [x, top], [x, bottom], OUTER)
}
