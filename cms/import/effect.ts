/** When a text takes effect and which others it repeals: read from its last articles. */
import { DATE, findDates } from './dates.ts'
import type { HistoryEntry } from './history.ts'
import { comparableTitle } from './title.ts'

const SELF = '(?:本|这个|以上)[\\u4e00-\\u9fff]{1,8}'
const START = '(?:施行|实施|生效|试行|实行|执行)'
const ON_DAY = new RegExp(`${SELF}[^《。；]{0,40}?(?:自|从|于|由)${DATE}(?:零时|起|开始|正式|之日|以后)*${START}`)
const ON_PUBLICATION = new RegExp(
  `${SELF}[^《。；]{0,20}?自?(?:公布|发布|颁布|颁发|印发|下发)(?:之日|之时|日)?(?:起|后|起即)?${START}`,
)
const APPENDED_DAY = new RegExp(`自${DATE}起${START}$`)
const PUBLISHED_IN_EFFECT = /(?:公布|发布|颁布)[\s\u3000，,、]*并?自?(?:公布|发布)?(?:之日起?)?(?:施行|实施)$/
/** A sentence that names no text speaks of its own. */
const BARE_DAY = new RegExp(`(?:^|[。\\s\\u3000、])自${DATE}(?:零时)?起(?:正式)?${START}。?$`)
const SENTENCE_END = /[。\n]/
const REPEALS = /(?:废止|失效|停止执行|停止施行)$/
/** Only parts of the other text are repealed, or it is named as what a change was made to. */
const PARTLY = /^(?:中|第|的第|有关|关于|所|规定的)/

export type EffectClause = { kind: 'day'; date: string } | { kind: 'publication' } | null

/** The last such sentence counts: annexes quote others, but the final article stands behind them all. */
export function findEffectClause(paragraphs: readonly string[]): EffectClause {
  let found: EffectClause = null
  for (const whole of paragraphs) {
    // 本法（原称《…条例》）自…
    const paragraph = whole.replace(/（[^（）]*）|\([^()]*\)/g, '')
    const day = ON_DAY.exec(paragraph) ?? BARE_DAY.exec(paragraph)
    const date = day && findDates(day[0]).at(-1)?.date
    if (date) found = { kind: 'day', date }
    else if (ON_PUBLICATION.test(paragraph)) found = { kind: 'publication' }
  }
  return found
}

/**
 * 自公布之日起施行: the day on which the text as a whole was published. Amending single articles (修正, or 修订 by a
 * 《…决定》) does not move it; a full revision (修订) does.
 */
function publicationDay(history: readonly HistoryEntry[]): string | null {
  const whole = history.filter(
    ({ date, event, text }) =>
      date !== null &&
      (event === 'promulgated' ||
        event === 'adopted' ||
        (event === 'amended' && /修订/.test(text) && !/《.*》/.test(text))),
  )
  return whole.at(-1)?.date ?? null
}

export function readEffectiveOn(paragraphs: readonly string[], history: readonly HistoryEntry[]): string | null {
  const clause = findEffectClause(paragraphs)
  if (clause?.kind === 'day') return clause.date
  if (clause?.kind === 'publication') return publicationDay(history)
  const noted = history.filter(({ event, date }) => event === 'effective' && date !== null).at(-1)
  if (noted) return noted.date
  const appended = history.flatMap(({ text }) => APPENDED_DAY.exec(text)?.[0] ?? []).at(-1)
  if (appended) return findDates(appended)[0]?.date ?? null
  const published = history.filter(({ text }) => PUBLISHED_IN_EFFECT.test(text)).at(-1)
  return published ? (published.date ?? publicationDay(history)) : null
}

function topLevelTitles(sentence: string): string[] {
  const titles: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: mark, index } of sentence.matchAll(/[《》]/g)) {
    if (mark === '《') {
      if (depth === 0) start = index + 1
      depth += 1
    } else if (depth > 0) {
      depth -= 1
      if (depth === 0 && !PARTLY.test(sentence.slice(index + 1))) titles.push(sentence.slice(start, index))
    }
  }
  return titles
}

/** 《…》同时废止 → the comparable titles of what the text repeals as a whole. */
export function findRepealed(paragraphs: readonly string[], ownTitle: string): string[] {
  const own = comparableTitle(ownTitle)
  const repealed = new Set<string>()
  for (const paragraph of paragraphs) {
    if (!paragraph.includes('》') || !paragraph.includes('废止')) continue
    for (const sentence of paragraph.split(SENTENCE_END)) {
      if (!REPEALS.test(sentence.trim())) continue
      for (const title of topLevelTitles(sentence)) repealed.add(comparableTitle(title))
    }
  }
  repealed.delete(own)
  return [...repealed]
}
