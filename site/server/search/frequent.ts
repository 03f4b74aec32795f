/**
 * Words that stand in a good part of a segment's texts, whoever may ask for them: every run of characters that does, up to some length.
 * Their positions would be the longest lists of all; instead it is noted which texts have them, a bit each.
 */
import { isBreak } from './grams.ts'
import { createPairNumbers, type PairNumbers } from './pair-numbers.ts'
import type { SearchedText, Segment } from './segment.ts'

/** of the texts of a segment: a run in fewer has short lists */
const LEAST_PART = 1 / 16
export const MOST_FREQUENT_UNITS = 8
const NO = -1

export const leastTexts = (texts: number): number => Math.max(2, Math.ceil(texts * LEAST_PART))

/** What stands at each position, as a number that is the same for the same run; a run of one unit is its code. */
function unitsAt(texts: readonly SearchedText[], { starts }: Segment): Int32Array {
  const at = new Int32Array(starts.at(-1) ?? 0).fill(NO)
  for (const [slot, { text }] of texts.entries()) {
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place)
      if (!isBreak(unit)) at[(starts[slot] as number) + place] = unit
    }
  }
  return at
}

type Counted = {
  /** the number of the run that begins at each position */
  at: Int32Array
  /** by number: where it stands first, and in how many texts it is */
  firsts: number[]
  counts: number[]
}

/** Runs of one unit more: only where both the run and the one a unit later are frequent, this one can be. */
function countLonger(before: Int32Array, { ids, starts }: Segment, numbers: PairNumbers): Counted {
  const firsts: number[] = []
  const counts: number[] = []
  const lastSlots: number[] = []
  const at = new Int32Array(before.length).fill(NO)
  numbers.clear()
  for (let slot = 0; slot < ids.length; slot += 1) {
    const end = (starts[slot + 1] as number) - 1
    for (let place = starts[slot] as number; place < end; place += 1) {
      const run = before[place] as number
      const next = before[place + 1] as number
      if (run === NO || next === NO) continue
      const number = numbers.numberOf(run, next)
      at[place] = number
      if (number === firsts.length) {
        firsts.push(place)
        counts.push(1)
        lastSlots.push(slot)
      } else if (lastSlots[number] !== slot) {
        lastSlots[number] = slot
        counts[number] = (counts[number] as number) + 1
      }
    }
  }
  return { at, firsts, counts }
}

type Bits = { number: number; bits: Uint8Array }

/** Takes from `at` what is not frequent. @returns a bit for each text */
function bitsOf({ at, counts }: Counted, { ids, starts }: Segment): Bits[] {
  const least = leastTexts(ids.length)
  const width = (ids.length + 7) >> 3
  const frequent: number[] = []
  const rows = Int32Array.from(counts, (count, number) => (count < least ? NO : frequent.push(number) - 1))
  const bits = new Uint8Array(frequent.length * width)
  for (let slot = 0; slot < ids.length; slot += 1) {
    const end = starts[slot + 1] as number
    for (let place = starts[slot] as number; place < end; place += 1) {
      const number = at[place] as number
      if (number === NO) continue
      const row = rows[number] as number
      if (row === NO) at[place] = NO
      else {
        const byte = row * width + (slot >> 3)
        bits[byte] = (bits[byte] as number) | (1 << (slot & 7))
      }
    }
  }
  return frequent.map((number, row) => ({ number, bits: bits.subarray(row * width, (row + 1) * width) }))
}

/** Frequent runs with a bit for each text, the lowest first. Halves of characters are left out: nobody asks for them. */
export function* frequentOf(
  texts: readonly SearchedText[],
  segment: Segment,
): Generator<{ run: string; bits: Uint8Array }> {
  const whole = texts.map(({ text }) => text).join('\n')
  let before = unitsAt(texts, segment)
  const numbers = createPairNumbers()
  for (let length = 2; length <= MOST_FREQUENT_UNITS; length += 1) {
    const counted = countLonger(before, segment, numbers)
    const frequent = bitsOf(counted, segment)
    for (const { number, bits } of frequent) {
      const first = counted.firsts[number] as number
      const run = whole.slice(first, first + length)
      if (run.isWellFormed()) yield { run, bits }
    }
    if (frequent.length === 0) return
    before = counted.at
  }
}
