/** Where somebody goes after a log-in elsewhere: a page of the member area, never another site. */
export const MEMBER_AREA = '/member/'
const MAX_CHARACTERS = 300
const PLAIN_PATH = /^\/member\/[\w\-./]*(?:\?[\w\-.=&%]*)?$/

export function returnAddress(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > MAX_CHARACTERS || !PLAIN_PATH.test(asked)) return MEMBER_AREA
  const resolved = new URL(asked, 'http://portal.invalid')
  const isInside = resolved.origin === 'http://portal.invalid' && resolved.pathname.startsWith(MEMBER_AREA)
  return isInside && !asked.includes('//') ? resolved.pathname + resolved.search : MEMBER_AREA
}
