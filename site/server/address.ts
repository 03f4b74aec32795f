/** What a request's address means in the live tree, before any file is looked at. */

export type Address =
  /** `path` is relative to the tree, decoded; an address with a slash at its end asks for the folder's own page */
  | { kind: 'file'; path: string; isFolder: boolean }
  /** nothing of ours ever stands there */
  | { kind: 'absent' }
  | { kind: 'malformed' }

const MAX_LENGTH = 2048
const ENCODED_SEPARATOR = /%(?:2f|5c)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NEVER_IN_A_NAME = /[\u0000-\u001f\u007f\\]/

const isHidden = (segment: string) => segment.startsWith('.') && segment !== '.well-known'
/** half-written files of the publisher */
const isTemporary = (segment: string) => segment.endsWith('.tmp')
const isServed = (segment: string) => segment !== '' && !isHidden(segment) && !isTemporary(segment)

export const pathOf = (url: string) => url.split('?', 1)[0] ?? ''
/** with its question mark; empty when there is none */
export const queryOf = (url: string) => url.slice(pathOf(url).length)

/**
 * Takes the address as it is: no dot segments are resolved, no slashes merged, so that every page has one address.
 * @param url the request line's target, as it came
 */
export function resolveAddress(url: string): Address {
  const raw = pathOf(url)
  if (!raw.startsWith('/')) return { kind: 'malformed' }
  if (raw.length > MAX_LENGTH || ENCODED_SEPARATOR.test(raw)) return { kind: 'absent' }
  let decoded: string
  try {
    decoded = decodeURIComponent(raw)
  } catch {
    return { kind: 'malformed' }
  }
  if (decoded === '/') return { kind: 'file', path: '', isFolder: true }
  const isFolder = decoded.endsWith('/')
  const path = decoded.slice(1, isFolder ? -1 : undefined)
  if (NEVER_IN_A_NAME.test(path) || !path.split('/').every(isServed)) return { kind: 'absent' }
  return { kind: 'file', path, isFolder }
}
