/**
 * Texts as SQLite's FTS5 keeps them: every three neighbouring characters are a token, and each run ends with its last two and its
 * last one, so that a phrase of threes is found exactly where the word stands in the text, and never across two runs. Words of
 * one and two characters have tables that say only which posts have them.
 */

/** Everything but blanks belongs to a token, as it is: what is folded, is folded before. */
export const TOKENIZER = `tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'"`

const runsOf = (folded: string) => folded.split(/[ \n]/).map((run) => [...run])

/** All threes in their order. */
export const threesOf = (folded: string): string =>
  runsOf(folded)
    .flatMap((run) => run.map((character, at) => character + (run[at + 1] ?? '') + (run[at + 2] ?? '')))
    .join(' ')

/** Each pair once. */
export const pairsOf = (folded: string): string =>
  [...new Set(runsOf(folded).flatMap((run) => run.slice(1).map((character, at) => `${run[at]}${character}`)))].join(' ')

/** Each character once. */
export const charactersOf = (folded: string): string => [...new Set(runsOf(folded).flat())].join(' ')

/** Where a word is looked up. */
export type WordTable = 'characters' | 'pairs' | 'threes'
const tables = ['threes', 'characters', 'pairs'] as const

const lengthOf = (word: string) => [...word].length
export const tableOf = (word: string): WordTable => tables[lengthOf(word)] ?? 'threes'

const quoted = (tokens: string) => `"${tokens.replaceAll('"', '""')}"`

/** FTS5 question for a word in its table. */
export function questionFor(word: string): string {
  const characters = [...word]
  const threes = characters.slice(2).map((character, at) => `${characters[at]}${characters[at + 1]}${character}`)
  return quoted(threes.length > 0 ? threes.join(' ') : word)
}

/** FTS5 question for any word among threes: dear for short ones in long texts, fine in titles. */
export const questionAmongThrees = (word: string): string => questionFor(word) + (tableOf(word) === 'threes' ? '' : '*')
