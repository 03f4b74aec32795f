/** What letters look like: by their tag, or by a style that says the same. */
import type { Mark, MarkName } from '../nodes'
import { attributeOf, type Element, stylesOf } from './element'

const BY_TAG: Record<string, MarkName> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

const LINK = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i

const isBold = (weight: string) => weight === 'bold' || weight === 'bolder' || Number(weight) >= 600

function changes(element: Element): Map<MarkName, boolean> {
  const styles = stylesOf(element)
  const changed = new Map<MarkName, boolean>()
  const byTag = BY_TAG[element.tagName]
  if (byTag) changed.set(byTag, true)
  const weight = styles.get('font-weight')
  if (weight) changed.set('bold', isBold(weight))
  const slant = styles.get('font-style')
  if (slant) changed.set('italic', slant === 'italic' || slant === 'oblique')
  const lines = `${styles.get('text-decoration') ?? ''} ${styles.get('text-decoration-line') ?? ''}`
  // of a link the line is the ordinary look
  if (lines.includes('underline') && element.tagName !== 'a') changed.set('underline', true)
  if (lines.includes('line-through')) changed.set('strike', true)
  const height = styles.get('vertical-align')
  if (height === 'super') changed.set('superscript', true)
  if (height === 'sub') changed.set('subscript', true)
  return changed
}

export function marksWithin(element: Element, marks: readonly Mark[]): Mark[] {
  let held = [...marks]
  for (const [type, isOn] of changes(element)) {
    held = held.filter((mark) => mark.type !== type)
    if (isOn) held.push({ type })
  }
  const href = element.tagName === 'a' ? attributeOf(element, 'href').trim() : ''
  if (!LINK.test(href) || held.some(({ type }) => type === 'link')) return held
  return [...held, { type: 'link', attrs: { href, title: attributeOf(element, 'title') || null } }]
}
