/** Footnotes as Word, WPS and mammoth write them: links to and fro between a sign in the text and a note at the end. */
import { attributeOf, type Element, elementsIn, type HtmlNode, isElement, textOf } from './element'

const NOTE = /^_?(?:ftn|edn|footnote-|endnote-)\d+$/
const BACK = /^#_?(?:ftnref|ednref|footnote-ref-|endnote-ref-)\d+$/

export type Notes = ReadonlyMap<string, Element>

const targetOf = (element: Element) => attributeOf(element, 'href').replace(/^.*#/, '').replace(/^_/, '')

/** The notes at the end that something points to, by their name. */
export function notesIn(nodes: readonly HtmlNode[]): Notes {
  const all = [...elementsIn(nodes)]
  const targets = new Set(all.filter(({ tagName }) => tagName === 'a').map(targetOf))
  return new Map(
    all
      .map((element) => [attributeOf(element, 'id').replace(/^_/, ''), element] as const)
      .filter(([id, { tagName }]) => NOTE.test(id) && tagName !== 'a' && targets.has(id)),
  )
}

/** The label of the note that this link is the sign of. */
export function referenceOf(element: Element, notes: Notes): string | null {
  if (element.tagName !== 'a') return null
  const target = targetOf(element)
  return notes.has(target) ? target : null
}

export const isBackLink = (element: Element) =>
  element.tagName === 'a' && BACK.test(attributeOf(element, 'href').replace(/^.*#/, '#'))

/** A list that holds nothing but notes. */
export function isNoteList(element: Element, notes: Notes): boolean {
  const held = new Set(notes.values())
  if (held.has(element)) return true
  const children = element.childNodes.filter((node) => isElement(node) || textOf(node).trim() !== '')
  return (
    children.length > 0 &&
    children.every((node) => isElement(node) && (/^[bh]r$/.test(node.tagName) || isNoteList(node, notes))) &&
    [...elementsIn(children)].some((one) => held.has(one))
  )
}
