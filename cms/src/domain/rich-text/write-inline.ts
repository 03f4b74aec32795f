/** The inside of a paragraph, as Markdown's tree. */
import type { PhrasingContent } from 'mdast'
import { isPending } from './media-type'
import { hasMark, type Mark, markNames, mergeTexts, type RichNode } from './nodes'

const HTML_TAGS: Partial<Record<Mark['type'], string>> = { underline: 'u', subscript: 'sub', superscript: 'sup' }
/** Their delimiters touch a letter, or they are none. */
const TOUCHING = new Set<Mark['type']>(['bold', 'italic', 'strike'])

const html = (value: string): PhrasingContent => ({ type: 'html', value })

/** An ideographic space is a blank beside a mark, but at the head of a paragraph it is the indent of an official text. */
const AROUND_MARKS = /^\s*|\s*$/gu
const AROUND_PARAGRAPHS = /^[ \t\n]*|[ \t\n]*$/g
const without = (node: RichNode, mark: Mark): RichNode => ({
  ...node,
  marks: (node.marks ?? []).filter(({ type }) => type !== mark.type),
})

/** Of a blank nobody sees whether it is bold. */
const plain = (node: RichNode): RichNode => ({
  ...node,
  marks: (node.marks ?? []).filter(({ type }) => type === 'link'),
})

/** Blanks at the edge of a mark stand outside it. */
function edges(nodes: readonly RichNode[], blanks: RegExp): [RichNode[], RichNode[], RichNode[]] {
  const blanksOf = (text: string) => {
    const [leading, trailing] = [...text.matchAll(blanks)].map(([found]) => found.length)
    return { leading, trailing: trailing ?? 0 }
  }
  const isBlank = (node: RichNode) =>
    node.type === 'hardBreak' || (node.type === 'text' && !node.text?.replace(blanks, ''))
  const inner = [...nodes]
  const [before, after]: [RichNode[], RichNode[]] = [[], []]
  while (inner.length > 0 && isBlank(inner[0])) before.push(...inner.splice(0, 1))
  while (inner.length > 0 && isBlank(inner[inner.length - 1])) after.unshift(...inner.splice(-1))
  const first = inner[0]
  const leading = first?.text ? blanksOf(first.text).leading : 0
  if (first?.text && leading > 0) {
    before.push({ ...first, text: first.text.slice(0, leading) })
    inner[0] = { ...first, text: first.text.slice(leading) }
  }
  const last = inner.at(-1)
  const trailing = last?.text ? blanksOf(last.text).trailing : 0
  if (last?.text && trailing > 0) {
    after.unshift({ ...last, text: last.text.slice(-trailing) })
    inner[inner.length - 1] = { ...last, text: last.text.slice(0, -trailing) }
  }
  return [before.map(plain), inner, after.map(plain)]
}

/** Within a cell, code cannot hold an escaped bar. */
const isCode = ({ marks = [], text = '' }: RichNode, inCell: boolean) =>
  marks.some(({ type }) => type === 'code') && !(inCell && text.includes('\\|'))

function leaf(node: RichNode, inCell: boolean): PhrasingContent[] {
  const { src = '', alt = '', title = '', label } = (node.attrs ?? {}) as Record<string, string>
  switch (node.type) {
    case 'text':
      if (isCode(node, inCell)) return [{ type: 'inlineCode', value: node.text ?? '' }]
      return [{ type: 'text', value: node.text ?? '' }]
    case 'hardBreak':
      return [inCell ? html('<br>') : { type: 'break' }]
    case 'inlineImage':
      return isPending(src) ? [] : [{ type: 'image', url: src, alt, title: title || null }]
    case 'footnoteRef':
      return [{ type: 'footnoteReference', identifier: label, label }]
    default:
      return []
  }
}

function enclose(mark: Mark, children: PhrasingContent[]): PhrasingContent[] {
  const { href = '', title = null } = (mark.attrs ?? {}) as { href?: string; title?: string | null }
  switch (mark.type) {
    case 'bold':
      return [{ type: 'strong', children }]
    case 'italic':
      return [{ type: 'emphasis', children }]
    case 'strike':
      return [{ type: 'delete', children }]
    case 'link':
      if (isPending(href)) return children
      return [{ type: 'link', url: href, title, children: children as never }]
    case 'underline':
    case 'subscript':
    case 'superscript':
      return [html(`<${HTML_TAGS[mark.type]}>`), ...children, html(`</${HTML_TAGS[mark.type]}>`)]
    case 'code':
      return children
    default:
      return mark.type satisfies never
  }
}

/** How many nodes from `start` on carry the mark. */
function extent(nodes: readonly RichNode[], start: number, mark: Mark): number {
  let end = start
  while (end < nodes.length && hasMark(nodes[end], mark)) end += 1
  return end - start
}

export function writeInline(unmerged: readonly RichNode[], inCell = false): PhrasingContent[] {
  const nodes = mergeTexts([...unmerged])
  const written: PhrasingContent[] = []
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index]
    const marks = markNames
      .flatMap((name) => (node.marks ?? []).filter(({ type }) => type === name))
      .filter(({ type }) => type !== 'code')
    if (marks.length === 0) {
      written.push(...leaf(node, inCell))
      index += 1
      continue
    }
    const [outer, length] = marks
      .map((mark) => [mark, extent(nodes, index, mark)] as const)
      .reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best))
    const within = nodes.slice(index, index + length).map((one) => without(one, outer))
    const [before, inner, after] = TOUCHING.has(outer.type) ? edges(within, AROUND_MARKS) : [[], within, []]
    written.push(...writeInline(before, inCell))
    if (inner.length > 0) written.push(...enclose(outer, writeInline(inner, inCell)))
    written.push(...writeInline(after, inCell))
    index += length
  }
  return written
}

/** Breaks and blanks at the ends of a paragraph are nothing that anybody sees. */
export function trimmed(nodes: readonly RichNode[], inCell = false): RichNode[] {
  const [, inner] = edges(nodes, inCell ? AROUND_MARKS : AROUND_PARAGRAPHS)
  return inner
}
