/**
 * A segment is some hundred texts laid end to end. Positions count from the beginning of the first; each text begins with its head
 * (title and numbers), so that a position says whether a word stands there.
 */
import { isBreak, pairGram } from './grams.ts'
import { createPositionWriter } from './positions.ts'

/** folded; `headLength` of it are title and numbers */
export type SearchedText = { id: number; text: string; headLength: number }

export type Segment = {
  ids: Uint32Array
  /** one more than texts: where the next would begin */
  starts: Uint32Array
  headEnds: Uint32Array
}

/** Gram and position are one number while they are sorted, and 32 of its 53 bits are the gram's. */
const POSITIONS = 2 ** 21
/** of all texts and what parts them */
export const MOST_UNITS = POSITIONS
export const unitsOf = ({ text }: SearchedText): number => text.length + 1

export function layOut(texts: readonly SearchedText[]): Segment {
  const starts = new Uint32Array(texts.length + 1)
  for (const [slot, text] of texts.entries()) starts[slot + 1] = (starts[slot] ?? 0) + unitsOf(text)
  return {
    ids: Uint32Array.from(texts, ({ id }) => id),
    starts,
    headEnds: Uint32Array.from(texts, ({ headLength }, slot) => (starts[slot] ?? 0) + headLength),
  }
}

/** All grams with their positions, rising. */
function sortedGrams(texts: readonly SearchedText[], { starts }: Segment): Float64Array {
  const grams = new Float64Array(2 * (starts.at(-1) ?? 0))
  const seenIn = new Int32Array(0x10000).fill(-1)
  let count = 0
  for (const [slot, { text }] of texts.entries()) {
    const start = starts[slot] ?? 0
    let before = 0
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      if (isBreak(unit)) {
        before = 0
        continue
      }
      if (seenIn[unit] !== slot) {
        seenIn[unit] = slot
        grams[count] = unit * POSITIONS + start + at
        count += 1
      }
      if (before !== 0) {
        grams[count] = pairGram(before, unit) * POSITIONS + start + at - 1
        count += 1
      }
      before = unit
    }
  }
  return grams.subarray(0, count).sort()
}

/** Each gram of the texts with its positions, grams rising; `positions` are good until the next is asked for. */
export function* postingsOf(
  texts: readonly SearchedText[],
  segment: Segment,
): Generator<{ gram: number; positions: Uint8Array }> {
  const sorted = sortedGrams(texts, segment)
  const writer = createPositionWriter()
  for (let at = 0; at < sorted.length; ) {
    const gram = Math.floor((sorted[at] as number) / POSITIONS)
    const first = gram * POSITIONS
    for (; at < sorted.length && (sorted[at] as number) < first + POSITIONS; at += 1)
      writer.add((sorted[at] as number) - first)
    yield { gram, positions: writer.take() }
  }
}
