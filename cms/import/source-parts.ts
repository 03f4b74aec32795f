/** Title, note (题注) and body of a source text. */
import { leadingDate } from './dates.ts'
import { type Decision, decision } from './decisions.ts'
import { isSentence, readHeading } from './outline.ts'
import { cleanSource, headingOf, isArticle, isText, takeFrontMatter, toLines } from './source-lines.ts'
import { bareTitle, cleanTitle, comparableTitle, looksLikeTitle } from './title.ts'

export type SourceParts = {
  title: string
  /** lines between title and text, blank ones left out */
  note: string[]
  body: string[]
  decisions: Decision[]
}

const INFO_END = /<!--\s*INFO\s+END\s*-->/i
const NOTE_PREFIX = /^[（(]?\s*(?:根据)?/
const MAX_NOTE_LENGTH = 400
const MAX_TITLE_LINES = 3

const countOf = (line: string, pattern: RegExp) => line.match(pattern)?.length ?? 0

/** The marker parts note and text, unless it stands where it cannot be right. */
function splitAtMarker(text: string): { head: string[]; tail: string[] } | null {
  const match = INFO_END.exec(text)
  if (!match) return null
  const head = toLines(text.slice(0, match.index)).filter(isText)
  const tail = toLines(text.slice(match.index + match[0].length))
  const misplaced = head.some((line) => isArticle(line) || (headingOf(line)?.level ?? 0) > 1) || !tail.some(isText)
  return misplaced ? null : { head, tail }
}

type TitleFound = { title: string; rest: string[]; decisions: Decision[] }

function unmarkedTitle(line: string, nameTitle: string): string | null {
  const heading = headingOf(line)
  const candidate = cleanTitle(heading?.text ?? line)
  if (!heading) return looksLikeTitle(candidate, nameTitle) ? candidate : null
  const isChapter = readHeading(candidate, heading.level).label !== null
  return candidate === '' || isChapter || isSentence(candidate) ? null : candidate
}

function takeTitle(lines: string[], nameTitle: string, frontTitle: string | null): TitleFound | null {
  const marks = lines.flatMap((line, index) => (headingOf(line)?.level === 1 ? [index] : []))
  const at = marks[0] ?? -1
  const marked = cleanTitle(headingOf(lines[at] ?? '')?.text ?? '')
  // a text whose chapters all have one # has no title; a part that stands alone (# 第一编 总则) has
  const isChapter = marks.length > 1 && readHeading(marked, 1).label !== null
  if (marked && !isChapter && !isArticle(marked)) {
    return { title: marked, rest: lines.toSpliced(at, 1), decisions: [] }
  }
  const first = lines.findIndex(isText)
  const line = lines[first] ?? ''
  if (/^=+$/.test(lines[first + 1] ?? '')) {
    return { title: cleanTitle(line), rest: lines.toSpliced(first, 2), decisions: [] }
  }
  if (frontTitle) {
    return { title: frontTitle, rest: lines, decisions: [decision('title-from-front-matter', frontTitle)] }
  }
  const title = unmarkedTitle(line, nameTitle)
  if (title === null) return null
  const code = headingOf(line) ? 'title-from-heading' : 'title-from-first-line'
  return { title, rest: lines.toSpliced(first, 1), decisions: [decision(code, title)] }
}

/** A few lines that together are the title again. */
function dropRepeatedTitle(lines: string[], title: string): string[] | null {
  const wanted = bareTitle(title)
  const short = comparableTitle(title)
  let joined = ''
  let taken = 0
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    joined += bareTitle(headingOf(line)?.text ?? line)
    taken += 1
    if (joined === wanted || joined === short) return lines.slice(index + 1)
    const goesOn = wanted.startsWith(joined) || short.startsWith(joined)
    if (taken === MAX_TITLE_LINES || !goesOn) return null
  }
  return null
}

/** Starts with a day and is no sentence of the text. */
const isDatedNote = (line: string) =>
  line.length <= MAX_NOTE_LENGTH && !/。$/.test(line) && leadingDate(line.replace(NOTE_PREFIX, '')) !== null

/** A note that no marker ends: dated lines, and whatever stands within their brackets. */
function takeNote(lines: string[]): { note: string[]; rest: string[] } {
  const note: string[] = []
  let open = 0
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    if ((!isDatedNote(line) && open === 0) || headingOf(line) || isArticle(line))
      return { note, rest: lines.slice(index) }
    note.push(line)
    open = Math.max(0, open + countOf(line, /[（(]/g) - countOf(line, /[）)]/g))
  }
  return { note, rest: [] }
}

/** @returns null where nothing in the text can be its title */
export function splitSource(raw: string, nameTitle: string): SourceParts | null {
  const cleaned = cleanSource(raw)
  const front = takeFrontMatter(cleaned.text)
  const marked = splitAtMarker(front.rest)
  const found = takeTitle(marked?.head ?? toLines(front.rest), nameTitle, front.title)
  if (!found) return null
  const { title } = found
  const afterTitle = dropRepeatedTitle(found.rest, title) ?? found.rest
  const text = marked ? marked.tail : afterTitle
  const afterText = dropRepeatedTitle(text, title) ?? text
  const { note, rest } = takeNote(afterText)
  const decisions = [...cleaned.decisions, ...found.decisions]
  if (front.found) decisions.push(decision('front-matter'))
  if (!marked) decisions.push(decision('info-end-missing'))
  if (afterTitle !== found.rest || afterText !== text) decisions.push(decision('title-repeated'))
  if (marked && note.length > 0) decisions.push(decision('history-in-body'))
  return { title, note: [...(marked ? afterTitle.filter(isText) : []), ...note], body: rest, decisions }
}
