/** What somebody asks for, as the words that must all occur. */
import { MOST_CHARACTERS } from '../../src/search/found.ts'
import { fold, wellFormed } from './fold.ts'

export const MOST_WORDS = 10

export type Question = {
  /** as it was typed, without blanks around it */
  typed: string
  /** folded, each once */
  words: readonly string[]
  /** all of it as one word, where it can stand in a text like that and says more than its words */
  phrase: string | null
}

export type Refusal = 'QUERY_TOO_LONG' | 'TOO_MANY_WORDS'

/** Typed words that were folded to nothing (marks that nobody sees) are no words. */
function wordsOf(typed: string): string[] {
  return [...new Set(typed.split(/[\s\p{Z}\p{Cc}]+/u).flatMap((word) => fold(word).split(/[ \n]/)))].filter(
    (word) => word !== '',
  )
}

export function readQuestion(input: string): Question | Refusal {
  const typed = wellFormed(input)
    .replaceAll(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .trim()
  if ([...typed].length > MOST_CHARACTERS) return 'QUERY_TOO_LONG'
  const words = wordsOf(typed)
  if (words.length > MOST_WORDS) return 'TOO_MANY_WORDS'
  const whole = fold(typed)
  return { typed, words, phrase: words.length > 1 && !whole.includes(' ') ? whole : null }
}

/** The definition of a hit; the index must answer nothing else. */
export const hasAllWords = (foldedText: string, words: readonly string[]): boolean =>
  words.every((word) => foldedText.includes(word))
