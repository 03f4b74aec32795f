/** A table as GFM has it, or, with merged cells or without a header row, as one HTML table. */
import type { AlignType, RootContent, TableRow } from 'mdast'
import { childrenOf, type Mark, markNames, mergeTexts, type RichNode } from './nodes'
import { trimmed, writeInline } from './write-inline'

const BLANKS = /[ \t\u00a0]+/g
const BREAK: RichNode = { type: 'hardBreak' }
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character])

/** The paragraphs of a cell, with a break between them. */
export function cellContent(cell: RichNode): RichNode[] {
  const lines = childrenOf(cell)
    .map((block) => mergeTexts(trimmed(childrenOf(block), true)))
    .filter((line) => line.length > 0)
  return lines.flatMap((line, index) => (index === 0 ? line : [BREAK, ...line]))
}

const spanOf = (cell: RichNode, name: 'colspan' | 'rowspan') => Number(cell.attrs?.[name] ?? 1)
const alignOf = (cell: RichNode) => (cell.attrs?.align ?? null) as AlignType

function isPlain(rows: readonly RichNode[]): boolean {
  const [head] = rows
  const width = childrenOf(head).length
  return rows.every((row, index) =>
    [
      childrenOf(row).length === width,
      ...childrenOf(row).flatMap((cell, column) => [
        cell.type === (index === 0 ? 'tableHeader' : 'tableCell'),
        spanOf(cell, 'colspan') === 1 && spanOf(cell, 'rowspan') === 1,
        alignOf(cell) === alignOf(childrenOf(head)[column]),
      ]),
    ].every(Boolean),
  )
}

const HTML_MARKS: Partial<Record<Mark['type'], string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  underline: 'u',
  subscript: 'sub',
  superscript: 'sup',
}

function inlineHtml(node: RichNode): string {
  if (node.type === 'hardBreak') return '<br>'
  // Markdown's own signs mean nothing within HTML
  if (node.type === 'footnoteRef') return `<sup>[${escaped(String(node.attrs?.label))}]</sup>`
  const { src, alt } = (node.attrs ?? {}) as Record<string, string>
  if (node.type === 'inlineImage') return `<img src="${escaped(src)}" alt="${escaped(alt)}">`
  const marks = markNames.flatMap((name) => (node.marks ?? []).filter(({ type }) => type === name)).reverse()
  return marks.reduce(
    (inner, { type, attrs }) => {
      if (type === 'link') return `<a href="${escaped(String(attrs?.href))}">${inner}</a>`
      const tag = HTML_MARKS[type]
      return tag ? `<${tag}>${inner}</${tag}>` : inner
    },
    escaped((node.text ?? '').replace(BLANKS, ' ')),
  )
}

function cellHtml(cell: RichNode): string {
  const tag = cell.type === 'tableHeader' ? 'th' : 'td'
  const spans = (['colspan', 'rowspan'] as const).map((name) =>
    spanOf(cell, name) > 1 ? ` ${name}="${spanOf(cell, name)}"` : '',
  )
  const align = alignOf(cell) ? ` align="${alignOf(cell)}"` : ''
  return `<${tag}${spans.join('')}${align}>${cellContent(cell).map(inlineHtml).join('')}</${tag}>`
}

export function writeTable(table: RichNode): RootContent[] {
  const rows = childrenOf(table).filter((row) => childrenOf(row).length > 0)
  if (rows.length === 0) return []
  if (!isPlain(rows)) {
    const lines = rows.map((row) => `<tr>${childrenOf(row).map(cellHtml).join('')}</tr>`)
    return [{ type: 'html', value: ['<table>', ...lines, '</table>'].join('\n') }]
  }
  const children = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: childrenOf(row).map((cell) => ({ type: 'tableCell', children: writeInline(cellContent(cell), true) })),
    }),
  )
  return [{ type: 'table', align: childrenOf(rows[0]).map(alignOf), children }]
}
