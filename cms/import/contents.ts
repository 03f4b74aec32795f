/** 目录 in the text: the site makes its own from the headings, so the block goes, if its entries come again below. */
import { readHeading } from './outline.ts'
import { headingOf } from './source-lines.ts'

const CONTENTS = /^目\s*[录次]$/
/** `**目 录**`, `## 目录` and the like */
const MAX_MARK_LENGTH = 20
const LEADERS = /[\s\u3000]*(?:[.．…·\-—_]{2,}[\s\u3000]*)?\d{0,4}$/

const plain = (line: string) =>
  (headingOf(line)?.text ?? line)
    .replace(/^[-*+]\s+/, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .trim()

const entryKey = (line: string) => readHeading(plain(line).replace(LEADERS, ''), null).text.replace(/[\s\u3000]/g, '')

function isEntry(line: string): boolean {
  const text = plain(line)
  if (text.length > 60 || /[。；]/.test(text) || /^第[一二三四五六七八九十百零〇\d]+条/.test(text)) return false
  return (
    readHeading(text, null).label !== null ||
    /^(?:序言|前言|引言|总纲|总则|附则|附[录表件])/.test(text.replace(/\s/g, ''))
  )
}

/** @returns the lines without the block, or null where there is none */
export function withoutContents(lines: readonly string[]): string[] | null {
  const at = lines.findIndex((line) => line.length <= MAX_MARK_LENGTH && CONTENTS.test(plain(line)))
  if (at < 0) return null
  const seen = new Set<string>()
  let end = at + 1
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? ''
    if (line === '') continue
    const key = entryKey(line)
    if (!isEntry(line) || seen.has(key)) break
    seen.add(key)
  }
  if (seen.size === 0) return null
  const below = new Set(
    lines
      .slice(end)
      .filter((line) => line !== '')
      .map(entryKey),
  )
  return [...seen].some((key) => below.has(key)) ? [...lines.slice(0, at), ...lines.slice(end)] : null
}
