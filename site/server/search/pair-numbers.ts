/** Numbers pairs of numbers in the order they are first seen. A `Map` of a million keys takes five times as long. */

const FIELDS = 4
const EMPTY = 0
const FIRST_SIZE = 2 ** 12

const hashOf = (left: number, right: number): number => {
  const mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

export type PairNumbers = ReturnType<typeof createPairNumbers>

/** @param firstSize a power of two; it grows by itself */
export function createPairNumbers(firstSize = FIRST_SIZE) {
  let size = firstSize
  // left, right, number + 1
  let entries = new Int32Array(FIELDS * size)
  let count = 0

  /** Where the pair is, or would be. */
  function entryOf(left: number, right: number): number {
    for (let at = hashOf(left, right) & (size - 1); ; at = (at + 1) & (size - 1)) {
      const entry = FIELDS * at
      if (entries[entry + 2] === EMPTY || (entries[entry] === left && entries[entry + 1] === right)) return entry
    }
  }

  function put(entry: number, left: number, right: number, number: number): void {
    entries[entry] = left
    entries[entry + 1] = right
    entries[entry + 2] = number + 1
  }

  function grow(): void {
    const before = entries
    size *= 2
    entries = new Int32Array(FIELDS * size)
    for (let entry = 0; entry < before.length; entry += FIELDS) {
      if (before[entry + 2] === EMPTY) continue
      const [left, right, number] = [before[entry], before[entry + 1], before[entry + 2]] as [number, number, number]
      put(entryOf(left, right), left, right, number - 1)
    }
  }

  return {
    numberOf(left: number, right: number): number {
      const entry = entryOf(left, right)
      const known = entries[entry + 2] as number
      if (known !== EMPTY) return known - 1
      put(entry, left, right, count)
      count += 1
      if (2 * count > size) grow()
      return count - 1
    },
    clear(): void {
      entries.fill(EMPTY)
      count = 0
    },
  }
}
