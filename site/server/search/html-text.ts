/** The words of a rendered text as a reader sees them, a line for each block. */

const FOOTNOTE_MARK = /<sup><a id="[^"]*-ref-[^"]*"[^>]*>[^<]*<\/a><\/sup>/g
const BACK_TO_TEXT = /<a href="#[^"]*-ref-[^"]*"[^>]*>[^<]*<\/a>/g
/** format and size of a file */
const FILE_FACTS = /<span class="facts">[^<]*<\/span>/g
const INLINE_TAG = /<\/?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>/g
const OTHER_TAG = /<[^>]*>/g

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function characterOf(entity: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? entity
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

export const textOfHtml = (html: string): string =>
  html
    .replaceAll(FOOTNOTE_MARK, '')
    .replaceAll(BACK_TO_TEXT, '')
    .replaceAll(FILE_FACTS, '')
    .replaceAll(INLINE_TAG, '')
    .replaceAll(OTHER_TAG, '\n')
    .replaceAll(/&(#?\w+);/g, characterOf)
    .replaceAll(/[^\S\n]*\n\s*/g, '\n')
    .trim()
