/** One page: what it says, in reading order and named for screen readers; then what is only seen. */
import type { Sheet } from '../sheet'
import type { Band, Cell, CodeBand, Page, SignatureBand, TableBand, TextBand } from './band'
import { drawCode } from './draw-code'
import { drawRules } from './draw-rules'
import { mm } from './frame'
import { asArtifact, type Pen, putCell, putLine } from './pen'
import { heightOf, paddingOf } from './set-cells'
import type { Structure } from './structure'
import { CODE_SIDE } from './text-bands'

type Placed<T extends Band> = T & { y: number }

const FOOT: Pick<Cell, 'size' | 'weight' | 'tag'> = { size: 9, weight: 'regular', tag: 'TD' }
const STRUCK_SIZE = 120
const AIR = 6

function drawRow(pen: Pen, structure: Structure, { cells, y, height, head }: Placed<TableBand>): void {
  structure.row(
    cells.map((cell) => ({ tag: cell.tag, draw: () => putCell(pen, cell, y, height) })),
    head ? 'Column' : 'Row',
  )
}

function drawTexts(pen: Pen, structure: Structure, band: Placed<TextBand>): void {
  for (const cell of band.cells) {
    if (cell.lines.join('') === '') continue
    const height = heightOf([cell])
    structure.add(band.tag, () => putCell(pen, cell, band.y, height))
  }
}

/** A line from behind the label on, for the pen. */
function drawSignatures(pen: Pen, structure: Structure, band: Placed<SignatureBand>): void {
  const baseline = band.y + band.height - 6
  for (const cell of band.cells) {
    structure.add('P', () => putCell(pen, cell, baseline - heightOf([cell]), heightOf([cell])))
    const label = pen.letters.width(cell.lines[0], cell.size, cell.weight)
    asArtifact(pen.document, 'Layout', () =>
      putLine(pen, [cell.x + paddingOf(cell.size) + label, baseline], [cell.x + cell.width - 10, baseline], 0.5),
    )
  }
}

function drawCodeBand(pen: Pen, structure: Structure, band: Placed<CodeBand>): void {
  const put = (cell: Cell, y: number) => structure.add('P', () => putCell(pen, cell, y, heightOf([cell])))
  let y = band.y
  for (const cell of band.issued) {
    put(cell, y)
    y += heightOf([cell]) + AIR
  }
  y = band.y + band.height - band.cells.reduce((total, cell) => total + heightOf([cell]), 0)
  for (const cell of band.cells) {
    put(cell, y)
    y += heightOf([cell])
  }
  const box = [0, band.y, CODE_SIDE, band.y + CODE_SIDE] as const
  structure.figure(`验证二维码：${band.address}`, box, () => drawCode(pen, band, CODE_SIDE))
}

/** The head of a table is read once. */
function drawTable(pen: Pen, structure: Structure, band: Placed<TableBand> & { again?: boolean }): void {
  if (!band.again) drawRow(pen, structure, band)
  else
    asArtifact(pen.document, 'Pagination', () => {
      for (const cell of band.cells) putCell(pen, cell, band.y, band.height)
    })
}

function drawBand(pen: Pen, structure: Structure, band: Page['bands'][number]): void {
  if (band.kind === 'table') drawTable(pen, structure, band)
  else if (band.kind === 'signatures') drawSignatures(pen, structure, band)
  else if (band.kind === 'code') drawCodeBand(pen, structure, band)
  else drawTexts(pen, structure, band)
}

function drawFoot(pen: Pen, name: string, number: number, count: number): void {
  const { letters, frame } = pen
  const y = frame.height + mm(5)
  const whole = { ...FOOT, x: 0, width: frame.width }
  putCell(pen, { ...whole, align: 'center', lines: [`第 ${number} 页　共 ${count} 页`] }, y, 12)
  if (number === 1) return
  putCell(pen, { ...whole, align: 'left', lines: [letters.showable(name)] }, -16, 12)
}

/** Across the page, and still readable below. */
function drawStruck({ document, frame }: Pen, word: string): void {
  document.save().rotate(-30, { origin: [frame.pageWidth / 2, frame.pageHeight / 3] })
  document.fillOpacity(0.18).fillColor('#96191c').font('bold').fontSize(STRUCK_SIZE)
  const x = frame.pageWidth / 2 - document.widthOfString(word) / 2
  document.text(word, x, frame.pageHeight / 3, { lineBreak: false, baseline: 'middle' })
  document.restore()
  document.fillOpacity(1).fillColor('black')
}

export function drawPage(
  pen: Pen,
  structure: Structure,
  sheet: Sheet,
  page: Page,
  number: number,
  count: number,
): void {
  for (const band of page.bands) drawBand(pen, structure, band)
  asArtifact(pen.document, 'Layout', () => drawRules(pen, page))
  asArtifact(pen.document, 'Pagination', () => drawFoot(pen, sheet.name, number, count))
  if (sheet.struck !== null) {
    const word = sheet.struck
    structure.add('P', () => drawStruck(pen, word))
  }
}
