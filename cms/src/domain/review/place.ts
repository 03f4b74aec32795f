/** Places in a text, told by what stands there and around it: they are found again after the text has changed elsewhere. */
import type { Mark } from './acts'

const AROUND = 20

type Place = Pick<Mark, 'quote' | 'prefix' | 'suffix'>

/** @param start @param end of the quote, in UTF-16 units */
export function describePlace(text: string, start: number, end: number): Place {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
  }
}

function commonEnd(one: string, other: string): number {
  let length = 0
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length += 1
  return length
}

function commonStart(one: string, other: string): number {
  let length = 0
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length += 1
  return length
}

/** @returns where the quote stands with most of its surroundings, and how much of them; null when it is gone */
export function findPlace(text: string, { quote, prefix, suffix }: Place): { start: number; fit: number } | null {
  if (quote === '') return null
  let best: { start: number; fit: number } | null = null
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const before = text.slice(Math.max(0, start - prefix.length), start)
    const fit = commonEnd(before, prefix) + commonStart(text.slice(start + quote.length), suffix)
    if (best === null || fit > best.fit) best = { start, fit }
  }
  return best
}
