import type { RichNode } from '../nodes'
import { attributeOf, type Element } from './element'

/** WeChat and others load a picture late, from an address beside the usual one. */
const LATE = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src']

export function addressOf(image: Element): string {
  const candidates = [...LATE, 'src'].map((name) => attributeOf(image, name).trim())
  const address = candidates.find((candidate) => /^(?:https?:)?\/\/|^\/uploads\/|^data:image\//i.test(candidate)) ?? ''
  return address.startsWith('//') ? `https:${address}` : address
}

const isTiny = (image: Element) => ['width', 'height'].some((name) => /^[01](?:px)?$/.test(attributeOf(image, name)))

/** Null for one that counts visitors, and for one on somebody's own disk. */
export function pictureOf(image: Element): RichNode | null {
  const src = addressOf(image)
  if (src === '' || isTiny(image)) return null
  return {
    type: 'inlineImage',
    attrs: { src, alt: attributeOf(image, 'alt').trim(), title: attributeOf(image, 'title').trim() },
  }
}

/** Word and WPS point to files that a page may not open. */
export const isOnDisk = (image: Element) => /^file:/i.test(attributeOf(image, 'src'))
