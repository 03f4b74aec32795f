/**
 * What the index knows of a text: where each pair of neighbouring characters stands, and where each character stands first. Both are
 * numbers. A character is a UTF-16 unit here, as everywhere in JavaScript: the halves of 𠮷 are neighbours like others.
 */

const BLANK = 0x20
const NEWLINE = 0x0a

/** No word has one. */
export const isBreak = (unit: number): boolean => unit === BLANK || unit === NEWLINE

/** 32 bits; no folded text has U+0000, so that no pair is taken for a character */
export const pairGram = (unit: number, next: number): number => unit * 0x10000 + next

export type PlacedGram = { gram: number; offset: number }

/** All pairs of the word where it has any: each must stand at its offset. Every other pair and the last would spell it; the rarest saves most. */
export function gramsOf(word: string): PlacedGram[] {
  if (word.length === 1) return [{ gram: word.charCodeAt(0), offset: 0 }]
  return Array.from({ length: word.length - 1 }, (_, offset) => ({
    gram: pairGram(word.charCodeAt(offset), word.charCodeAt(offset + 1)),
    offset,
  }))
}
