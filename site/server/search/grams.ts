/**
 * Texts as SQLite's FTS5 keeps them: every pair of neighbouring characters is a token, and each run ends with its last
 * character alone, so that a phrase of pairs is found exactly where the word stands in the text, and never across two runs.
 */

/** Everything but blanks belongs to a token, as it is: what is folded, is folded before. */
export const TOKENIZER = `tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'"`

export function gramsOf(folded: string): string {
  const tokens: string[] = []
  for (const run of folded.split(/[ \n]/)) {
    const characters = [...run]
    for (let at = 0; at + 1 < characters.length; at += 1) tokens.push(`${characters[at]}${characters[at + 1]}`)
    if (characters.length > 0) tokens.push(characters.at(-1) ?? '')
  }
  return tokens.join(' ')
}

/** Each character once. */
export const charactersOf = (folded: string): string => [...new Set(folded.replaceAll(/[ \n]/g, ''))].join(' ')

const quoted = (tokens: string) => `"${tokens.replaceAll('"', '""')}"`

export const isSingle = (word: string): boolean => [...word].length === 1

/** FTS5 question for a word of two characters or more. */
export function pairsOf(word: string): string {
  const characters = [...word]
  return quoted(
    characters
      .slice(1)
      .map((character, at) => `${characters[at]}${character}`)
      .join(' '),
  )
}

/** FTS5 question for one character among `charactersOf`. */
export const singleOf = (word: string): string => quoted(word)

/** FTS5 question for one character in a text of pairs: dear in long texts, fine in titles. */
export const beginningWith = (word: string): string => `${quoted(word)}*`
