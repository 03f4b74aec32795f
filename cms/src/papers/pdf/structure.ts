/** The tags of a PDF: what is a heading, a cell, a picture. They say the order in which a paper is read aloud. */
import type { Frame } from './frame'

type Document = PDFKit.PDFDocument
type Draw = () => void
type Element = ReturnType<Document['struct']>

export type Structure = {
  add(tag: 'H1' | 'P', draw: Draw): void
  /** a row of the one table that a paper has */
  row(cells: readonly { tag: 'TH' | 'TD'; draw: Draw }[], headOf: 'Row' | 'Column'): void
  figure(alternative: string, box: readonly [number, number, number, number], draw: Draw): void
  end(): void
}

export function openStructure(document: Document, { left, top }: Frame): Structure {
  const root = document.struct('Document')
  document.addStructure(root)
  let table: Element | null = null

  const tableElement = (): Element => {
    if (table) return table
    table = document.struct('Table')
    root.add(table)
    return table
  }
  return {
    add(tag, draw) {
      const element = document.struct(tag)
      root.add(element)
      element.add(draw)
      element.end()
    },
    row(cells, headOf) {
      const row = document.struct('TR')
      tableElement().add(row)
      for (const { tag, draw } of cells) {
        const cell = document.struct(tag, tag === 'TH' ? { scope: headOf } : undefined)
        row.add(cell)
        cell.add(draw)
      }
      row.end()
    },
    figure(alternative, [x1, y1, x2, y2], draw) {
      const figure = document.struct('Figure', { alt: alternative, bbox: [left + x1, top + y1, left + x2, top + y2] })
      root.add(figure)
      figure.add(draw)
      figure.end()
    },
    end: () => root.end(),
  }
}
