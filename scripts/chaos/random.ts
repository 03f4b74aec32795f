/** Chance that can be repeated: the same seed gives the same choices (not the same moments: those are the machine's). */
export type Random = ReturnType<typeof createRandom>

const RANGE = 2 ** 32

/** mulberry32, public domain (Tommy Ettinger) */
export function createRandom(seed: number) {
  let state = seed >>> 0

  /** from 0 to below 1 */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / RANGE
  }
  const below = (limit: number) => Math.floor(next() * limit)

  return {
    below,
    between: (low: number, high: number) => low + below(high - low + 1),
    isOneIn: (n: number) => below(n) === 0,
    /** @throws RangeError when there is nothing to choose from */
    oneOf: <T>(values: readonly T[]): T => {
      if (values.length === 0) throw new RangeError('nothing to choose from')
      return values[below(values.length)] as T
    },
    weighted: <T extends string>(weights: Readonly<Record<T, number>>): T => {
      const entries = Object.entries(weights) as [T, number][]
      let left = below(entries.reduce((sum, [, weight]) => sum + weight, 0))
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0) return name
      }
      throw new RangeError('nothing has any weight')
    },
    /** chance of its own, so that one does not depend on how often another asked */
    fork: () => createRandom(below(RANGE)),
  }
}
