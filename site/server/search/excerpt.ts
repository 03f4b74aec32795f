/** The part of a text that shows why it was found, and which of its characters are the words. */
import type { Fragment } from '../../src/search/found.ts'
import { fold, foldWithPlaces } from './fold.ts'
import type { Question } from './words.ts'

const EXCERPT_CHARACTERS = 110
const BEFORE_CHARACTERS = 28
const SENTENCE_CHARACTERS = 24
/** a sentence with the words is worth more than a heading with the phrase, and less than two words more */
const [A_WORD, A_SENTENCE] = [2, 3]
const SENTENCE_END = /[。！？；…!?;]+[”’）]?/
const PAUSE = /[，、：,]/

type Span = { begin: number; end: number }

/** Where the words stand in `source`; spans that meet are one. */
function spansOf(source: string, words: readonly string[]): Span[] {
  const { text, begins, ends } = foldWithPlaces(source)
  const found: Span[] = []
  for (const word of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
      found.push({ begin: begins[at] ?? 0, end: ends[at + word.length - 1] ?? source.length })
  }
  const merged: Span[] = []
  for (const span of found.sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && span.begin <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

/** `source` in pieces, those that are the words marked. */
export function marked(source: string, words: readonly string[]): Fragment[] {
  const fragments: Fragment[] = []
  let at = 0
  const add = (text: string, isHit: boolean) => text !== '' && fragments.push({ text, isHit })
  for (const { begin, end } of spansOf(source, words)) {
    add(source.slice(at, begin), false)
    add(source.slice(begin, end), true)
    at = end
  }
  add(source.slice(at), false)
  return fragments
}

/**
 * The line that has the phrase, or the most words; among those a sentence rather than a heading, which the title says already;
 * among those the first. Null where none has any word.
 */
function bestLine(text: string, { words, phrase }: Question): string | null {
  const wanted = phrase === null ? words : [...words, phrase]
  const best = { line: null as string | null, worth: 0 }
  for (const line of text.split('\n')) {
    const folded = fold(line)
    const found = wanted.filter((word) => folded.includes(word)).length
    const worth = found === 0 ? 0 : A_WORD * found + (line.length >= SENTENCE_CHARACTERS ? A_SENTENCE : 0)
    if (worth > best.worth) Object.assign(best, { line, worth })
    if (best.worth === A_WORD * wanted.length + A_SENTENCE) break
  }
  return best.line
}

const isLowHalf = (line: string, at: number) => /[\udc00-\udfff]/.test(line[at] ?? '')

/** From the beginning of the sentence where that is near, else after a comma. */
function beginBefore(line: string, hit: number): number {
  if (hit <= BEFORE_CHARACTERS) return 0
  const from = hit - BEFORE_CHARACTERS
  const before = line.slice(from, hit)
  const end = SENTENCE_END.exec(before) ?? PAUSE.exec(before)
  return end ? from + end.index + end[0].length : from + Number(isLowHalf(line, from))
}

/** @returns the excerpt with its hits; the beginning of the text where the words are only in the title */
export function excerptOf(text: string, question: Question): Fragment[] {
  const found = bestLine(text, question)
  const line = found ?? text.slice(0, 4 * EXCERPT_CHARACTERS).replaceAll('\n', ' ')
  const [first] =
    found === null
      ? []
      : spansOf(line, question.phrase && fold(line).includes(question.phrase) ? [question.phrase] : question.words)
  const begin = first ? beginBefore(line, first.begin) : 0
  const wished = begin + EXCERPT_CHARACTERS
  const end = wished + Number(isLowHalf(line, wished))
  const shown = `${begin > 0 ? '……' : ''}${line.slice(begin, end)}${end < line.length ? '……' : ''}`
  return marked(shown, question.words)
}
