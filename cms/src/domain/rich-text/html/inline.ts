/** A run of text with what stands in it. */
import { joinLines } from '../chinese'
import { type Mark, mergeTexts, type RichNode, textNode } from '../nodes'
import { type HtmlNode, isElement, isHidden, isText } from './element'
import { marksWithin } from './marks'
import { isBackLink, type Notes, referenceOf } from './notes'
import { pictureOf } from './pictures'

const NO_BREAK_SPACE = /\u00a0/g

export function readInlineHtml(nodes: readonly HtmlNode[], notes: Notes, marks: readonly Mark[] = []): RichNode[] {
  return nodes.flatMap((node): RichNode[] => {
    if (isText(node))
      return [
        textNode(
          joinLines(node.value)
            .replace(/[ \t]+/g, ' ')
            .replace(NO_BREAK_SPACE, ' '),
          marks,
        ),
      ]
    if (!isElement(node) || isHidden(node) || isBackLink(node)) return []
    const label = referenceOf(node, notes)
    if (label) return [{ type: 'footnoteRef', attrs: { label } }]
    if (node.tagName === 'br') return [{ type: 'hardBreak' }]
    if (node.tagName === 'img') {
      const picture = pictureOf(node)
      return picture ? [picture] : []
    }
    return readInlineHtml(node.childNodes, notes, marksWithin(node, marks))
  })
}

/** Blanks at the ends and before breaks, as a browser leaves them out. */
function tidied(nodes: readonly RichNode[]): RichNode[] {
  const merged = mergeTexts([...nodes])
  return mergeTexts(
    merged.map((node, index) => {
      if (node.type !== 'text') return node
      const isFirst = index === 0 || merged[index - 1].type === 'hardBreak'
      const isLast = index === merged.length - 1 || merged[index + 1].type === 'hardBreak'
      const text = (node.text ?? '').replace(/ {2,}/g, ' ')
      return {
        ...node,
        text: isFirst ? (isLast ? text.trim() : text.replace(/^ +/, '')) : isLast ? text.replace(/ +$/, '') : text,
      }
    }),
  )
}

const INDENT = /^[\u3000 ]+/

/** A paragraph's own indent is the portal's: two blanks typed before it would come on top. */
export const withoutIndent = (nodes: readonly RichNode[]): RichNode[] => {
  const [first, ...rest] = nodes
  if (first?.type !== 'text') return [...nodes]
  return mergeTexts([{ ...first, text: first.text?.replace(INDENT, '') }, ...rest])
}

/** Where two breaks follow each other, a new paragraph begins. */
export function paragraphsOf(nodes: readonly RichNode[]): RichNode[][] {
  const parts: RichNode[][] = [[]]
  nodes.forEach((node, index) => {
    const isBreak = node.type === 'hardBreak'
    if (isBreak && nodes[index + 1]?.type === 'hardBreak') parts.push([])
    else if (!isBreak || nodes[index - 1]?.type !== 'hardBreak') parts.at(-1)?.push(node)
  })
  return parts.map((part) => tidied(withoutEdgeBreaks(part))).filter((part) => part.length > 0)
}

function withoutEdgeBreaks(nodes: readonly RichNode[]): RichNode[] {
  const isNothing = (node?: RichNode) => node?.type === 'hardBreak' || (node?.type === 'text' && !node.text?.trim())
  let [start, end] = [0, nodes.length]
  while (start < end && isNothing(nodes[start])) start += 1
  while (end > start && isNothing(nodes[end - 1])) end -= 1
  return nodes.slice(start, end)
}
