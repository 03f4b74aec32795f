import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frequentOf, leastTexts, MOST_FREQUENT_UNITS } from './frequent.ts'
import { layOut } from './segment.ts'

const textsOf = (texts: readonly string[]) => texts.map((text, id) => ({ id, text, headLength: 0 }))
const runsOf = (texts: readonly string[]) => {
  const searched = textsOf(texts)
  return new Map([...frequentOf(searched, layOut(searched))].map(({ run, bits }) => [run, bits]))
}

/** By looking at every piece of every text. */
function plainRuns(texts: readonly string[]): Map<string, number[]> {
  const found = new Map<string, Set<number>>()
  for (const [slot, text] of texts.entries())
    for (let from = 0; from < text.length; from += 1)
      for (let length = 2; length <= MOST_FREQUENT_UNITS && from + length <= text.length; length += 1) {
        const run = text.slice(from, from + length)
        if (!/[ \n]/.test(run) && run.isWellFormed()) found.set(run, (found.get(run) ?? new Set()).add(slot))
      }
  const frequent = [...found].filter(([, slots]) => slots.size >= leastTexts(texts.length))
  return new Map(frequent.map(([run, slots]) => [run, [...slots]]))
}

const slotsOf = (bits: Uint8Array, count: number) =>
  Array.from({ length: count }, (_, slot) => slot).filter((slot) => ((bits[slot >> 3] ?? 0) >> (slot & 7)) & 1)

describe('frequent runs', () => {
  it('need a sixteenth of the texts, and two', () => {
    expect([1, 2, 32, 33, 512].map(leastTexts)).toEqual([2, 2, 2, 3, 32])
  })

  it('are all there are up to eight characters, with the texts that have them', () => {
    const text = fc.array(fc.constantFrom('党', '费', '支部', '组织生活会', '𠮷', '𠮶', ' ', '\n', 'a'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(
        fc.array(
          text.map((parts) => parts.join('')),
          { minLength: 1, maxLength: 40 },
        ),
        (texts) => {
          const found = [...runsOf(texts)].map(([run, bits]) => [run, slotsOf(bits, texts.length)])
          expect(new Map(found as [string, number[]][])).toEqual(plainRuns(texts))
        },
      ),
      { numRuns: 60 },
    )
  })
})
