/** What a document says at one moment: what is kept as a version, compared, and approved in a review. */
import { createHash } from 'node:crypto'
import { PLACEMENT } from './placement'

export { PLACEMENT } from './placement'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
/**
 * Attribute → value. Relations are documentIds (a list where there may be several), files `{ id, name, url, content }` where
 * `content` differs when the file was replaced; unset is null, never left out.
 */
export type Snapshot = { readonly [attribute: string]: Json }

/** Keys sorted at every depth: the same content gives the same text. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(value, (_key, found: Json) =>
    typeof found === 'object' && found !== null && !Array.isArray(found)
      ? Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
      : found,
  )
}

/**
 * Names exactly what was reviewed; 64 hexadecimal digits. What is unset does not count: an attribute that a new version of the
 * portal brings voids no review.
 */
export function fingerprintOf(snapshot: Snapshot): string {
  const content = Object.fromEntries(
    Object.entries(snapshot).filter(([attribute, value]) => value !== null && !PLACEMENT.includes(attribute)),
  )
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
