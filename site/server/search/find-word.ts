/** One word in one segment: in which of its texts it stands, and in which heads. */
import { MOST_FREQUENT_UNITS } from './frequent.ts'
import { gramsOf, type PlacedGram } from './grams.ts'
import { keepPositions, readPositions } from './positions.ts'
import type { Part, Segment } from './segment.ts'
import type { LookUp } from './segments.ts'

/** Bits of a mark: the word is there; it is in title or numbers. */
export const THERE = 1
export const IN_HEAD = 2

/** A mark for each text (by slot) or post (by id) */
export type Marks = Uint8Array

export type Word = { word: string; grams: readonly PlacedGram[] }
export const wordOf = (word: string): Word => ({ word, grams: gramsOf(word) })

/** Of the pairs in this order those that spell the word: each character must be in one. */
function neededOf(ordered: readonly PlacedGram[]): PlacedGram[] {
  const covered = new Set<number>()
  return ordered.filter(({ offset }, at) => {
    if (at > 0 && covered.has(offset) && covered.has(offset + 1)) return false
    covered.add(offset).add(offset + 1)
    return true
  })
}

/** The rarest first; null where one is in no text. */
function rarestFirst({ grams }: Word, { sizeOf }: LookUp): PlacedGram[] | null {
  const sized: (PlacedGram & { size: number })[] = []
  for (const { gram, offset } of grams) {
    const size = sizeOf(gram)
    if (size === undefined) return null
    sized.push({ gram, offset, size })
  }
  return sized.sort((a, b) => a.size - b.size)
}

/** Lists of heads are short: reading every other one costs less than asking for their sizes. */
const everyOtherFirst = ({ grams }: Word) => grams.toSorted((a, b) => (a.offset % 2) - (b.offset % 2))

export function createWordFinder() {
  let kept = new Int32Array(1 << 16)

  /** Fills `kept` with where the word begins. @returns how many there are */
  function positionsOf(word: Word, part: Part, lookUp: LookUp): number {
    const ordered = part === 'head' ? everyOtherFirst(word) : rarestFirst(word, lookUp)
    if (!ordered) return 0
    let count = 0
    for (const [at, { gram, offset }] of neededOf(ordered).entries()) {
      const bytes = lookUp.positions(part, gram)
      if (!bytes) return 0
      if (at === 0 && kept.length < bytes.length) kept = new Int32Array(2 * bytes.length)
      count = at === 0 ? readPositions(bytes, offset, kept) : keepPositions(bytes, offset, kept, count)
      if (count === 0) return 0
    }
    return count
  }

  /** Adds `bit` to the marks of the slots that have the word. */
  function markPositions(count: number, { starts }: Segment, marks: Marks, bit: number): void {
    let slot = -1
    let next = 0
    for (let at = 0; at < count; at += 1) {
      const position = kept[at] as number
      if (position < next) continue
      while (position >= next) {
        slot += 1
        next = starts[slot + 1] as number
      }
      marks[slot] = (marks[slot] as number) | bit
    }
  }

  return {
    /** Where the word is in the head: the only part that is looked at. */
    findInHeads(word: Word, segment: Segment, lookUp: LookUp): Marks {
      const marks: Marks = new Uint8Array(segment.ids.length)
      markPositions(positionsOf(word, 'head', lookUp), segment, marks, THERE | IN_HEAD)
      return marks
    },

    /** Marks by slot; null where no text has the word. */
    find(word: Word, segment: Segment, lookUp: LookUp): Marks | null {
      const marks: Marks = new Uint8Array(segment.ids.length)
      const canBeFrequent = word.word.length > 1 && word.word.length <= MOST_FREQUENT_UNITS
      const bits = canBeFrequent ? lookUp.frequent(word.word) : undefined
      if (bits) {
        for (let slot = 0; slot < marks.length; slot += 1) marks[slot] = ((bits[slot >> 3] as number) >> (slot & 7)) & 1
      } else {
        const count = positionsOf(word, 'all', lookUp)
        if (count === 0) return null
        markPositions(count, segment, marks, THERE)
      }
      markPositions(positionsOf(word, 'head', lookUp), segment, marks, IN_HEAD)
      return marks
    },
  }
}
