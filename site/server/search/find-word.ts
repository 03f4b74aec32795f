/** One word in one segment: in which of its texts it stands, and whether in the head. */
import { gramsOf } from './grams.ts'
import { keepPositions, readPositions } from './positions.ts'
import type { Segment } from './segment.ts'

/** Bits of a mark: the word is there; it is in title or numbers. */
export const THERE = 1
export const IN_HEAD = 2

/** A mark for each text (by slot) or post (by id) */
export type Marks = Uint8Array

export type Word = { length: number; grams: ReturnType<typeof gramsOf> }
export const wordOf = (word: string): Word => ({ length: word.length, grams: gramsOf(word) })

type Look = (gram: number) => Uint8Array | undefined

export function createWordFinder() {
  let kept = new Int32Array(1 << 16)

  /** Where the word begins: the dearest lists only prove what the cheapest says. */
  function positionsOf({ grams }: Word, look: Look): number {
    const lists: { bytes: Uint8Array; offset: number }[] = []
    for (const { gram, offset } of grams) {
      const bytes = look(gram)
      if (!bytes) return 0
      lists.push({ bytes, offset })
    }
    lists.sort((a, b) => a.bytes.length - b.bytes.length)
    let count = 0
    for (const [at, { bytes, offset }] of lists.entries()) {
      if (at === 0) {
        if (kept.length < bytes.length) kept = new Int32Array(2 * bytes.length)
        count = readPositions(bytes, offset, kept)
      } else count = keepPositions(bytes, offset, kept, count)
      if (count === 0) return 0
    }
    return count
  }

  return {
    /** Marks by slot; null where no text has the word. */
    find(word: Word, { ids, starts, headEnds }: Segment, look: Look): Marks | null {
      const count = positionsOf(word, look)
      if (count === 0) return null
      const marks: Marks = new Uint8Array(ids.length)
      let slot = -1
      let next = 0
      for (let at = 0; at < count; at += 1) {
        const position = kept[at] as number
        // the first in a text says it all: the head is its beginning
        if (position < next) continue
        while (position >= next) {
          slot += 1
          next = starts[slot + 1] as number
        }
        marks[slot] = position + word.length <= (headEnds[slot] as number) ? THERE | IN_HEAD : THERE
      }
      return marks
    },
  }
}
