/** HTML → the editor's text: what is in it, not what it looks like. What the text cannot hold, falls away. */
import { joinLines } from '../chinese'
import type { Mark } from '../nodes'
import { childrenOf, mergeTexts, paragraph, plainTextOf, type RichNode, textNode } from '../nodes'
import { attributeOf, type Element, type HtmlNode, isElement, isHidden, parseHtml, textOf } from './element'
import { paragraphsOf, readInlineHtml, withoutIndent } from './inline'
import { marksWithin } from './marks'
import { isNoteList, type Notes, notesIn } from './notes'
import { readTable } from './tables'
import { joinItems, listItem, type Piece } from './word-items'
import { kindOfMarker, withoutMarker, wordItemOf } from './word-lists'

type Context = { notes: Notes; isForeign: boolean; marks: readonly Mark[] }

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr td th ul video audio'.split(
    ' ',
  ),
)

const holdsBlocks = (node: HtmlNode): boolean =>
  isElement(node) && !isHidden(node) && (BLOCKS.has(node.tagName) || node.childNodes.some(holdsBlocks))

/** A picture that stands alone is a figure; text around it becomes paragraphs. */
function paragraphs(nodes: readonly RichNode[], isForeign: boolean): RichNode[] {
  return paragraphsOf(nodes).flatMap((line) => {
    const own = isForeign ? withoutIndent(line) : line
    const isPictures = own.every(
      (node) =>
        node.type === 'inlineImage' || (node.type === 'text' && !node.text?.trim()) || node.type === 'hardBreak',
    )
    if (!isPictures) return own.length > 0 ? [paragraph(own)] : []
    return own.filter(({ type }) => type === 'inlineImage').map((picture) => ({ ...picture, type: 'figure' }))
  })
}

const headingLevel = (tag: string) => Math.min(Math.max(Number(tag.slice(1)), 2), 4)

/** The level of a heading says that it is bold. */
function readHeading(element: Element, context: Context): RichNode[] {
  const plain = readInlineHtml(element.childNodes, context.notes).map((node): RichNode => {
    if (node.type === 'hardBreak') return textNode(' ')
    return node.marks ? { ...node, marks: node.marks.filter(({ type }) => type !== 'bold') } : node
  })
  const blocks = paragraphs(
    plain.map((node) => (node.marks?.length === 0 ? textNode(node.text ?? '') : node)),
    context.isForeign,
  )
  return blocks.map((block) =>
    block.type === 'paragraph' ? { ...block, type: 'heading', attrs: { level: headingLevel(element.tagName) } } : block,
  )
}

function readList(list: Element, context: Context): RichNode[] {
  const items: RichNode[] = []
  for (const child of list.childNodes.filter(isElement)) {
    const content = readFlow([child], { ...context, marks: [] })
    const last = items.at(-1)
    // a list right within a list belongs to the item before it
    if (child.tagName !== 'li' && last)
      items[items.length - 1] = { ...last, content: [...childrenOf(last), ...content] }
    else if (content.length > 0) items.push(listItem(content))
  }
  if (items.length === 0) return []
  const start = Number.parseInt(attributeOf(list, 'start'), 10)
  if (list.tagName !== 'ol') return [{ type: 'bulletList', content: items }]
  return [{ type: 'orderedList', attrs: { start: Number.isInteger(start) && start >= 0 ? start : 1 }, content: items }]
}

function readFigure(figure: Element, context: Context): RichNode[] {
  const caption = figure.childNodes.filter(isElement).find(({ tagName }) => tagName === 'figcaption')
  const rest = figure.childNodes.filter((node) => node !== caption)
  const title = caption ? joinLines(textOf(caption)).trim() : ''
  const blocks = readFlow(rest, context)
  const index = blocks.findLastIndex(({ type }) => type === 'figure')
  if (index === -1) return caption ? [...blocks, ...readFlow(caption.childNodes, context)] : blocks
  return blocks.map((block, position) =>
    position === index && title ? { ...block, attrs: { ...block.attrs, title } } : block,
  )
}

function readMedia(element: Element): RichNode[] {
  const source = element.childNodes.filter(isElement).find(({ tagName }) => tagName === 'source')
  const src = attributeOf(element, 'src') || (source ? attributeOf(source, 'src') : '')
  if (!src.startsWith('/uploads/')) return []
  return [{ type: 'figure', attrs: { src, alt: attributeOf(element, 'aria-label'), title: '' } }]
}

function readWordItem(element: Element, context: Context): Piece[] {
  const item = wordItemOf(element)
  if (!item) return []
  const kind = kindOfMarker(item.marker)
  const content = readFlow(withoutMarker(element).childNodes, context)
  if (kind.list !== null) return content.length > 0 ? [{ item: { ...kind, level: item.level, content } }] : []
  const [first, ...rest] = content
  if (!first) return []
  const marked = { ...first, content: mergeTexts([textNode(item.marker), ...childrenOf(first)]) }
  return [marked, ...rest].map((block) => ({ block }))
}

function readBlock(element: Element, context: Context): Piece[] {
  const asBlocks = (blocks: RichNode[]): Piece[] => blocks.map((block) => ({ block }))
  const { tagName, childNodes } = element
  if (isNoteList(element, context.notes)) return []
  if (context.isForeign) {
    const items = readWordItem(element, context)
    if (items.length > 0) return items
  }
  if (/^h[1-6]$/.test(tagName)) return asBlocks(readHeading(element, context))
  switch (tagName) {
    case 'ul':
    case 'ol':
      return asBlocks(readList(element, context))
    case 'blockquote': {
      const content = readFlow(childNodes, context)
      return content.length > 0 ? [{ block: { type: 'blockquote', content } }] : []
    }
    case 'pre': {
      const text = textOf(element).replace(/\n$/, '')
      return text ? [{ block: { type: 'codeBlock', attrs: { language: null }, content: [textNode(text)] } }] : []
    }
    case 'hr':
      return [{ block: { type: 'horizontalRule' } }]
    case 'table':
      return asBlocks(readTable(element, context.isForeign, (nodes) => readFlow(nodes, { ...context, marks: [] })))
    case 'figure':
      return asBlocks(readFigure(element, context))
    case 'video':
    case 'audio':
      return asBlocks(readMedia(element))
    default:
      return readPieces(childNodes, { ...context, marks: marksWithin(element, context.marks) })
  }
}

function readPieces(nodes: readonly HtmlNode[], context: Context): Piece[] {
  const pieces: Piece[] = []
  let run: HtmlNode[] = []
  const flush = () => {
    const inline = readInlineHtml(run, context.notes, context.marks)
    pieces.push(...paragraphs(inline, context.isForeign).map((block) => ({ block })))
    run = []
  }
  for (const node of nodes) {
    if (!holdsBlocks(node)) run.push(node)
    else {
      flush()
      pieces.push(...readBlock(node as Element, context))
    }
  }
  flush()
  return pieces
}

const readFlow = (nodes: readonly HtmlNode[], context: Context): RichNode[] => joinItems(readPieces(nodes, context))

function readNotes(context: Context): RichNode[] {
  const notes = [...context.notes].map(([label, element]) => {
    const content = readFlow(element.childNodes, { ...context, notes: new Map() })
    return { type: 'footnote', attrs: { label }, content: content.length > 0 ? content : [paragraph()] }
  })
  return notes.length > 0 ? [{ type: 'footnotes', content: notes }] : []
}

/** @param isForeign HTML of another program, to be cleaned; else what stands in a text of ours */
export function readHtml(html: string, isForeign = false): RichNode[] {
  const nodes = parseHtml(html)
  const context: Context = { notes: isForeign ? notesIn(nodes) : new Map(), isForeign, marks: [] }
  return [...readFlow(nodes, context), ...readNotes(context)].filter(
    (block) =>
      block.type !== 'paragraph' ||
      plainTextOf(block).trim() !== '' ||
      childrenOf(block).some(({ type }) => type !== 'text'),
  )
}
