/** A source text as lines: line ends alike, nothing invisible, comments and front matter gone. */
import { type Decision, decision } from './decisions.ts'
import { cleanTitle } from './title.ts'

const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]|(?![\t\n])\p{Cc}/gu
const UNREADABLE = /[\ufffd\ue000-\uf8ff]/g
const ATX = /^(#{1,6})(?:\s+(.*?)\s*#*)?$/
/** `##第一章`: a space is missing, but one # alone may be text */
const TIGHT_ATX = /^(#{2,6})([^#\s].*?)\s*#*$/
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/
const FRONT_TITLE = /^\s*(?:title|标题|题名)\s*:\s*(.*)$/im
const FRONT_ENTRY = /^[^\s:#][^:\n]*:/m

export function cleanSource(raw: string): { text: string; decisions: Decision[] } {
  const text = raw
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .normalize('NFC')
  const visible = text.replace(INVISIBLE, '')
  const odd = visible.match(UNREADABLE)?.length ?? 0
  return {
    text: visible,
    decisions: [
      ...(visible === text ? [] : [decision('invisible-removed')]),
      ...(odd === 0 ? [] : [decision('odd-characters', String(odd))]),
    ],
  }
}

/** Only the title is wanted of it; a full YAML reader would refuse what people write there. */
export function takeFrontMatter(text: string): { rest: string; title: string | null; found: boolean } {
  const [whole = '', content = ''] = FRONT_MATTER.exec(text.trimStart()) ?? []
  if (!FRONT_ENTRY.test(content)) return { rest: text, title: null, found: false }
  const value = FRONT_TITLE.exec(content)?.[1]?.trim() ?? ''
  const title = cleanTitle(value.replace(/^(['"])(.*)\1$/, '$2'))
  return { rest: text.trimStart().slice(whole.length), title: title || null, found: true }
}

/** By hand: a pattern would look for every opening's end again. */
function withoutComments(text: string): string {
  let kept = ''
  for (let from = 0; ; ) {
    const start = text.indexOf('<!--', from)
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4)
    if (end < 0) return kept + text.slice(from)
    kept += text.slice(from, start)
    from = end + 3
  }
}

export const toLines = (text: string) =>
  withoutComments(text)
    .split('\n')
    .map((line) => line.trim())

export const isText = (line: string) => line !== ''

/** `第三十一条的决定》第一次修正` is the rest of a note, no article. */
export const isArticle = (line: string) => /^第[一二三四五六七八九十百千零〇○\d]+条(?:[\s\u3000]|$)/.test(line)

export function headingOf(line: string): { level: number; text: string } | null {
  const [, marks, text = ''] = ATX.exec(line) ?? TIGHT_ATX.exec(line) ?? []
  return marks ? { level: marks.length, text: text.trim() } : null
}
