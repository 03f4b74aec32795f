/**
 * One paragraph of the source as Markdown of our dialect: what the source marks on purpose (bold, links, sub- and
 * superscript) stays, every other character that Markdown would act on is escaped, so that readers see the text as is.
 */
import { decodeEntities } from './entities.ts'

export type InlineNotes = { tags: Set<string>; images: number; links: number }

const KEPT_TAGS = new Set(['u', 'sub', 'sup', 'br'])
/** A tag in the source's markup; `<关于…>` and `x<5` are none. */
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)\/?>/
const IMAGE = /!\[([^[\]]*)\]\(([^()\s]*(?:\([^()\s]*\))?[^()\s]*)(?:\s+"[^"]*")?\)/
const LINK = /\[([^[\]]+)\]\(([^()\s]*(?:\([^()\s]*\))?[^()\s]*)(?:\s+"[^"]*")?\)/
const BOLD = /\*\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*\*/
const BARE_URL = /https?:\/\/[\w\-./?=&%#:~+@!$,;]*[\w/]/
const BARE_WWW = /(?<![\w.@/])www\.[\w-]+(?:\.[\w-]+)+(?:\/[\w\-./?=&%#]*)?/
const TOKEN = new RegExp(
  [TAG, IMAGE, LINK, BOLD, BARE_URL, BARE_WWW].map(({ source }, index) => `(?<t${index}>${source})`).join('|'),
  'g',
)

/** Text that is to be read as it is. */
export const escapeText = (text: string) =>
  text.replace(/[\\`*_[\]<~]/g, '\\$&').replace(/&(?=#?[a-zA-Z0-9]+;)/g, '\\&')

/** At the start of a line more characters act: headings, quotes, lists, rules. */
export const escapeLineStart = (line: string) =>
  line
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^>/, '\\>')
    .replace(/^([-+])(?=\s|$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(-{3,}|={1,})(?=\s*$)/, '\\$1')

function toTag(closing: boolean, name: string, notes: InlineNotes): string {
  const tag = name.toLowerCase()
  if (!KEPT_TAGS.has(tag)) {
    notes.tags.add(tag)
    return ''
  }
  return tag === 'br' ? '<br>' : `<${closing ? '/' : ''}${tag}>`
}

function toLink(label: string, target: string, notes: InlineNotes): string {
  const inner = toInline(label, notes)
  if (/^(?:https?:\/\/|mailto:)/i.test(target)) return `[${inner}](${target})`
  notes.links += 1
  return inner
}

function toToken(token: string, notes: InlineNotes): string {
  if (token.startsWith('!')) {
    notes.images += 1
    return escapeText(IMAGE.exec(token)?.[1] ?? '')
  }
  if (token.startsWith('[')) {
    const [, label = '', target = ''] = LINK.exec(token) ?? []
    return toLink(label, target, notes)
  }
  if (token.startsWith('**')) return `**${toInline(token.slice(2, -2), notes)}**`
  if (token.startsWith('<')) {
    const [, slash, name = ''] = TAG.exec(token) ?? []
    return toTag(slash === '/', name, notes)
  }
  // a bare address would swallow the Chinese punctuation behind it
  return token.startsWith('www.') ? `[${escapeText(token)}](http://${token})` : `<${token}>`
}

export function toInline(text: string, notes: InlineNotes): string {
  let result = ''
  let from = 0
  for (const match of text.matchAll(TOKEN)) {
    result += escapeText(decodeEntities(text.slice(from, match.index))) + toToken(match[0], notes)
    from = match.index + match[0].length
  }
  return (result + escapeText(decodeEntities(text.slice(from)))).trim()
}
