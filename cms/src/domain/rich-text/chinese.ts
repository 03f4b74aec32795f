/** Where a line breaks in a source, readers see a space; in Chinese, nothing. As the portal's renderer has it. */
const CJK =
  '[\\p{Script=Han}\\u00b7\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\u3000-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65]'
const BETWEEN_CHINESE = new RegExp(`(?<=${CJK})[ \\t]*\\r?\\n[ \\t]*(?=${CJK})`, 'gu')
const FIRST_CJK = new RegExp(CJK, 'u')

export const joinLines = (text: string): string => text.replace(BETWEEN_CHINESE, '').replace(/[ \t]*\r?\n[ \t]*/g, ' ')

/** A bare address ends where Chinese begins: `https://example.cn。谢谢`. */
export function splitAddress(address: string): [string, string] {
  const end = address.search(FIRST_CJK)
  return end === -1 ? [address, ''] : [address.slice(0, end), address.slice(end)]
}
