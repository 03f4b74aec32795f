/** Tables of the source: GFM ones as they are, HTML ones reduced to what our dialect allows. */
import { type InlineNotes, toInline } from './inline.ts'

const DELIMITER = /^\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?$/
const CELL_TAGS = new Set(['table', 'thead', 'tbody', 'tr', 'td', 'th', 'br'])
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>/g

export const startsGfmTable = (line: string, next: string) =>
  line.includes('|') && next.includes('|') && next.includes('-') && DELIMITER.test(next)

const cellsOf = (row: string) =>
  row
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

/** @param rows from the header on, the delimiter row second */
export function toGfmTable(rows: readonly string[], notes: InlineNotes): string {
  const [header = '', delimiter = '', ...others] = rows
  const toRow = (row: string) =>
    `| ${cellsOf(row)
      .map((cell) => toInline(cell, notes).replaceAll('|', '\\|'))
      .join(' | ')} |`
  return [toRow(header), delimiter, ...others.map(toRow)].join('\n')
}

const spans = (attributes: string) =>
  [...attributes.matchAll(/\b(colspan|rowspan)\s*=\s*["']?(\d{1,2})/gi)]
    .filter(([, , value]) => Number(value) > 1)
    .map(([, name = '', value]) => ` ${name.toLowerCase()}="${value}"`)
    .join('')

/** One line of HTML, so that no blank line ends the block early. */
export function toHtmlTable(source: string, notes: InlineNotes): string {
  let result = ''
  let from = 0
  const text = (part: string) => escapeHtml(part.replace(/\s+/g, ' '))
  for (const match of source.matchAll(TAG)) {
    const [tag, slash, name = '', attributes = ''] = match
    result += text(source.slice(from, match.index))
    from = match.index + tag.length
    if (CELL_TAGS.has(name.toLowerCase())) result += `<${slash}${name.toLowerCase()}${slash ? '' : spans(attributes)}>`
    else notes.tags.add(name.toLowerCase())
  }
  return (result + text(source.slice(from))).replace(/\s*(<\/?(?:table|thead|tbody|tr|td|th)[^>]*>)\s*/g, '$1').trim()
}

const escapeHtml = (text: string) =>
  text
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
