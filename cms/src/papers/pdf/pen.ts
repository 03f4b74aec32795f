/** Puts letters and lines on a page. Heights are of the frame: 0 is its upper edge. */
import type { Cell } from './band'
import type { Frame } from './frame'
import type { Letters } from './letters'
import { lineHeight, paddingOf } from './set-cells'

type Document = PDFKit.PDFDocument

/** Chinese letters stand in a box whose middle is this much of an em above the baseline. */
const MIDDLE = 0.37

export type Pen = {
  document: Document
  letters: Letters
  frame: Frame
}

/** @param baseline of the frame */
export function putText(
  { document, letters, frame }: Pen,
  cell: Cell,
  text: string,
  x: number,
  baseline: number,
): void {
  let at = frame.left + x
  for (const run of letters.runs(text, cell.weight)) {
    document
      .font(run.weight)
      .fontSize(cell.size)
      .text(run.text, at, frame.top + baseline, { lineBreak: false, baseline: 'alphabetic' })
    at += letters.width(run.text, cell.size, run.weight)
  }
}

function startOf({ letters }: Pen, cell: Cell, text: string): number {
  const padding = paddingOf(cell.size)
  if (cell.align === 'left') return cell.x + padding
  const spare = cell.width - 2 * padding - letters.width(text, cell.size, cell.weight)
  return cell.x + padding + (cell.align === 'right' ? spare : spare / 2)
}

/** @param y, height what the lines stand in the middle of */
export function putCell(pen: Pen, cell: Cell, y: number, height: number): void {
  const leading = lineHeight(cell.size)
  const first = y + (height - cell.lines.length * leading) / 2 + leading / 2 + MIDDLE * cell.size
  for (const [index, line] of cell.lines.entries())
    putText(pen, cell, line, startOf(pen, cell, line), first + index * leading)
}

export function putLine({ document, frame }: Pen, [x1, y1]: number[], [x2, y2]: number[], width: number): void {
  document
    .lineWidth(width)
    .moveTo(frame.left + x1, frame.top + y1)
    .lineTo(frame.left + x2, frame.top + y2)
    .stroke()
}

/** What is no content: a screen reader passes over it. */
export function asArtifact(document: Document, type: 'Layout' | 'Pagination', draw: () => void): void {
  document.markContent('Artifact', { type })
  draw()
  document.endMarkedContent()
}
