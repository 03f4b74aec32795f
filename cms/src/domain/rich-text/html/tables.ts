/** Rows and cells; what a cell holds is brought down to lines. */
import { childrenOf, paragraph, type RichNode } from '../nodes'
import { attributeOf, type Element, type HtmlNode, isElement, stylesOf } from './element'

const MAX_SPAN = 60
const MAX_COLUMNS = 100

type ReadCell = (nodes: readonly HtmlNode[]) => RichNode[]

export function rowsOf(table: Element): Element[] {
  return table.childNodes.filter(isElement).flatMap((element) => {
    if (element.tagName === 'tr') return [element]
    return ['thead', 'tbody', 'tfoot'].includes(element.tagName) ? rowsOf(element) : []
  })
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(attributeOf(cell, name), 10)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MAX_SPAN) : 1
}

function alignOf(cell: Element): string | null {
  const align = (attributeOf(cell, 'align') || stylesOf(cell).get('text-align') || '').toLowerCase()
  return align === 'center' || align === 'right' ? align : null
}

/** Lists, quotes and tables within a cell become its lines. */
function linesOf(blocks: readonly RichNode[]): RichNode[] {
  return blocks.flatMap((block): RichNode[] => {
    if (block.type === 'paragraph') return [block]
    if (block.type === 'figure') return [paragraph([{ ...block, type: 'inlineImage' }])]
    const inside = childrenOf(block)
    return block.type === 'heading' || block.type === 'codeBlock' ? [paragraph(inside)] : linesOf(inside)
  })
}

function readRow(row: Element, readCell: ReadCell): RichNode {
  const cells = row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
  return {
    type: 'tableRow',
    content: cells.map((cell) => {
      const lines = linesOf(readCell(cell.childNodes))
      return {
        type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
        attrs: { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan'), align: alignOf(cell) },
        content: lines.length > 0 ? lines : [paragraph()],
      }
    }),
  }
}

/** Rows that hang over are cut, gaps are filled: every row is as wide as the table. */
function squared(rows: readonly RichNode[]): RichNode[] {
  const taken: boolean[][] = rows.map(() => [])
  const placed = rows.map((row, y) => {
    let x = 0
    const cells = childrenOf(row).map((cell) => {
      while (taken[y][x]) x += 1
      const colspan = Math.min(Number(cell.attrs?.colspan), Math.max(1, MAX_COLUMNS - x))
      const rowspan = Math.min(Number(cell.attrs?.rowspan), rows.length - y)
      for (let down = 0; down < rowspan; down += 1)
        for (let right = 0; right < colspan; right += 1) taken[y + down][x + right] = true
      x += colspan
      return { ...cell, attrs: { ...cell.attrs, colspan, rowspan } }
    })
    return { ...row, content: cells }
  })
  const width = Math.max(...taken.map((row) => row.length))
  return placed.map((row, y) => {
    const missing = width - Array.from({ length: width }, (_, x) => taken[y][x] === true).filter(Boolean).length
    const type = row.content[0]?.type ?? 'tableCell'
    const empty = { type, attrs: { colspan: 1, rowspan: 1, align: null }, content: [paragraph()] }
    return { ...row, content: [...row.content, ...Array.from({ length: missing }, () => empty)] }
  })
}

const isMerged = (rows: readonly RichNode[]) =>
  rows.some((row) => childrenOf(row).some(({ attrs }) => Number(attrs?.colspan) > 1 || Number(attrs?.rowspan) > 1))

/** Columns are aligned, not cells. */
function commonAlign(rows: readonly RichNode[], column: number) {
  const sides = new Set(rows.map((row) => childrenOf(row)[column]?.attrs?.align ?? null))
  return sides.size === 1 ? [...sides][0] : null
}

/** Office programs do not say which row is the head of a table; it is the first one. */
function withHead(rows: readonly RichNode[]): RichNode[] {
  const hasHead = rows.some((row) => childrenOf(row).some(({ type }) => type === 'tableHeader'))
  if (hasHead || rows.length < 2 || isMerged(rows)) return [...rows]
  const [head, ...others] = rows
  const aligned = (row: RichNode, type?: string) => ({
    ...row,
    content: childrenOf(row).map((cell, column) => ({
      ...cell,
      type: type ?? cell.type,
      attrs: { ...cell.attrs, align: commonAlign(others, column) },
    })),
  })
  return [aligned(head, 'tableHeader'), ...others.map((row) => aligned(row))]
}

/** @returns the rows, or what stands in the only cell of a table that was there for the layout */
export function readTable(table: Element, isForeign: boolean, readCell: ReadCell): RichNode[] {
  const rows = rowsOf(table)
  const cells = rows.flatMap((row) => row.childNodes.filter(isElement))
  if (isForeign && cells.length === 1) return readCell(cells[0].childNodes)
  const read = squared(rows.map((row) => readRow(row, readCell)).filter((row) => childrenOf(row).length > 0))
  if (read.length === 0) return []
  return [{ type: 'table', content: isForeign ? withHead(read) : read }]
}
