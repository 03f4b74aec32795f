/** One source file as a policy: everything the desk wants to know, and what had to be decided on the way. */
import { readBody } from './body.ts'
import { inChinese } from './dates.ts'
import { type Decision, decision, type Problem, problem } from './decisions.ts'
import { findEffectClause, findRepealed, readEffectiveOn } from './effect.ts'
import { categoryOf, type NameDate, readFileName } from './file-name.ts'
import { type HistoryEntry, readHistory } from './history.ts'
import { escapeText } from './inline.ts'
import { readIssuing } from './issuing.ts'
import { splitSource } from './source-parts.ts'
import { comparableTitle, MAX_TITLE_LENGTH, shortenTitle, shortTitleOf, versionKeyOf } from './title.ts'

const MAX_CATEGORY_LENGTH = 50

export type ParsedPolicy = {
  title: string
  /** without 中华人民共和国 */
  shortTitle: string
  /** the same for all versions of one law */
  versionKey: string
  category: string | null
  /** YYYY-MM-DD, like all dates here */
  versionDate: string | null
  history: HistoryEntry[]
  issuer: string | null
  documentNumber: string | null
  adoptedOn: string | null
  issuedOn: string | null
  effectiveOn: string | null
  /** comparable titles of the texts this one repeals as a whole */
  repeals: string[]
  body: string
  decisions: Decision[]
}

export type ParseResult = { ok: true; policy: ParsedPolicy } | { ok: false; problem: Problem }

function resolveVersionDate(name: NameDate | null, history: readonly HistoryEntry[]) {
  const days = history.flatMap(({ date, event }) => (date !== null && event !== 'effective' ? [date] : [])).sort()
  if (name?.precision === 'day') {
    const known = days.length === 0 || history.some(({ date }) => date === name.date)
    return { date: name.date, decisions: known ? [] : [decision('date-not-in-history', inChinese(name.date))] }
  }
  const candidates = name ? days.filter((day) => day.startsWith(name.prefix)) : days
  const date = candidates.at(-1) ?? null
  return { date, decisions: [date ? decision('date-from-history', inChinese(date)) : decision('date-unknown')] }
}

/** 《…》 brackets of the year or number are part of some titles and of some file names: either spelling agrees. */
function agrees(title: string, fileTitle: string, fileName: string): boolean {
  const wanted = [comparableTitle(title), versionKeyOf(title)]
  return [fileTitle, fileName].some(
    (name) => wanted.includes(comparableTitle(name)) || wanted.includes(versionKeyOf(name)),
  )
}

export function historyLines(history: readonly HistoryEntry[]): string {
  return history.map(({ date, text }) => (date ? `${inChinese(date)} ${text}`.trim() : text)).join('\n')
}

/** @param file path below the imported folder, with / between its parts; `text` is decoded already */
export function parsePolicy({ path: file, text }: { path: string; text: string }): ParseResult {
  const name = readFileName(file)
  const parts = splitSource(text, name.title)
  if (!parts) return { ok: false, problem: problem('no-title') }
  const { title } = parts
  const body = readBody(parts.body)
  if (body.markdown === '') return { ok: false, problem: problem('no-body') }
  const history = readHistory(parts.note)
  const version = resolveVersionDate(name.date, history.entries)
  const category = categoryOf(file)
  const effectiveOn = readEffectiveOn(body.paragraphs, history.entries)
  const bareName =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.[a-z]+$/i, '') ?? ''
  const decisions = [...parts.decisions, ...history.decisions, ...version.decisions, ...body.decisions]
  const isLong = title.length > MAX_TITLE_LENGTH
  if (isLong) decisions.push(decision('title-shortened'))
  if (!agrees(title, name.title, bareName)) decisions.push(decision('title-differs-from-name', name.title))
  if (history.entries.length === 0) decisions.push(decision('history-missing'))
  if (category === null) decisions.push(decision('category-unknown'))
  if (effectiveOn === null && findEffectClause(body.paragraphs)) decisions.push(decision('effective-date-unknown'))
  return {
    ok: true,
    policy: {
      title: shortenTitle(title),
      shortTitle: shortenTitle(shortTitleOf(title)),
      versionKey: versionKeyOf(title),
      category: category?.slice(0, MAX_CATEGORY_LENGTH) ?? null,
      versionDate: version.date,
      history: history.entries,
      ...readIssuing(history.entries, title),
      effectiveOn,
      repeals: findRepealed(body.paragraphs, title),
      body: isLong ? `${escapeText(title)}\n\n${body.markdown}` : body.markdown,
      decisions,
    },
  }
}
