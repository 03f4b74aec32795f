/**
 * Word and WPS write a list as paragraphs with `mso-list:l0 level1 lfo1`, and the number or the dot as text in a span
 * that says `mso-list:Ignore`.
 */
import { type Element, type HtmlNode, isElement, stylesOf, textOf } from './element'

export type WordItem = { level: number; marker: string }
export type MarkerKind = { list: 'bulletList' } | { list: 'orderedList'; start: number } | { list: null }

const LEVEL = /\blevel(\d)\b/

const isMarker = (node: HtmlNode): node is Element => isElement(node) && stylesOf(node).get('mso-list') === 'ignore'

function markerIn(node: HtmlNode): string {
  if (isMarker(node)) return textOf(node).trim()
  if (!isElement(node)) return ''
  return node.childNodes.map(markerIn).find((marker) => marker !== '') ?? ''
}

/** Null for an ordinary paragraph. */
export function wordItemOf(element: Element): WordItem | null {
  const level = LEVEL.exec(stylesOf(element).get('mso-list') ?? '')?.[1]
  return level ? { level: Number(level), marker: markerIn(element) } : null
}

/** `1.` and `1)` count a list of Markdown; 一、, （一）, 第一条 and ① do not, and stay in the words. */
export function kindOfMarker(marker: string): MarkerKind {
  const number = /^(\d+)[.)]$/.exec(marker)?.[1]
  if (number) return { list: 'orderedList', start: Number(number) }
  // a sign of a symbol font may come as nothing
  return marker === '' || /^[^\p{L}\p{N}（(①-⓿]{1,2}$|^[onlu§Ø]$/u.test(marker)
    ? { list: 'bulletList' }
    : { list: null }
}

/** The item's own words. */
export function withoutMarker(element: Element): Element {
  const clean = (node: HtmlNode): HtmlNode[] => {
    if (isMarker(node)) return []
    return isElement(node) ? [{ ...node, childNodes: node.childNodes.flatMap(clean) }] : [node]
  }
  return { ...element, childNodes: element.childNodes.flatMap(clean) }
}
