/**
 * A segment is some thousand texts laid end to end; positions count from the beginning of the first. Each text begins with its head,
 * title and numbers.
 */
import { isBreak, pairGram } from './grams.ts'
import { createPositionWriter } from './positions.ts'

/** folded; `headLength` of it are title and numbers */
export type SearchedText = { id: number; text: string; headLength: number }

export type Segment = {
  ids: Uint32Array
  /** one more than texts: where the next would begin */
  starts: Uint32Array
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
  }
}

/** What of a text is meant. */
export type Part = 'all' | 'head'

/** All grams with their positions, rising. */
function sortedGrams(texts: readonly SearchedText[], { starts }: Segment, part: Part): Float64Array {
  const grams = new Float64Array(2 * (starts.at(-1) ?? 0))
  const seenIn = new Int32Array(0x10000).fill(-1)
  let count = 0
  for (const [slot, { text, headLength }] of texts.entries()) {
    const start = starts[slot] ?? 0
    const end = part === 'head' ? headLength : text.length
    let before = 0
    for (let at = 0; at < end; at += 1) {
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
  part: Part,
): Generator<{ gram: number; positions: Uint8Array }> {
  const sorted = sortedGrams(texts, segment, part)
  const writer = createPositionWriter()
  for (let at = 0; at < sorted.length; ) {
    const gram = Math.floor((sorted[at] as number) / POSITIONS)
    const first = gram * POSITIONS
    for (; at < sorted.length && (sorted[at] as number) < first + POSITIONS; at += 1)
      writer.add((sorted[at] as number) - first)
    yield { gram, positions: writer.take() }
  }
}
