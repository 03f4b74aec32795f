/** A page that stands at a former address; the tree is the only truth about where it leads. */
const HEAD_BYTES = 512
const ATTRIBUTE = /<html[^>]*\sdata-redirect="([^"]*)"/
const OURS = 'http://portal.invalid'

const unescaped = (text: string) => text.replaceAll(/&(?:amp|#38);/g, '&')

/** @returns the new address, always a path of ours; null for every other page */
export function redirectOf(body: Buffer): string | null {
  const [, written] = ATTRIBUTE.exec(body.toString('utf8', 0, HEAD_BYTES)) ?? []
  if (!written?.startsWith('/')) return null
  const target = URL.parse(unescaped(written), OURS)
  return target?.origin === OURS ? target.pathname + target.search : null
}
