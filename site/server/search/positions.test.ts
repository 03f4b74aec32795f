import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPositionWriter, keepPositions, readPositions } from './positions.ts'

const written = (positions: readonly number[]): Uint8Array => {
  const writer = createPositionWriter()
  for (const position of positions) writer.add(position)
  return writer.take().slice()
}
const read = (bytes: Uint8Array, offset = 0): number[] => {
  const into = new Int32Array(bytes.length)
  return [...into.subarray(0, readPositions(bytes, offset, into))]
}
const rising = fc.uniqueArray(fc.nat(2 ** 21), { maxLength: 300 }).map((some) => some.sort((a, b) => a - b))

describe('positions', () => {
  it.each([
    [[]],
    [[0]],
    [[0, 1, 127, 128]],
    [[127]],
    [[128]],
    [[16_383, 16_384]],
    [[2_097_151, 2_097_152]],
    [[2 ** 31 - 1]],
  ])('%j come back', (positions) => expect(read(written(positions))).toEqual(positions))

  it('take a byte where they are near', () => expect(written([127, 254, 255]).length).toBe(3))

  it('do not mix with those written before', () => {
    const writer = createPositionWriter()
    for (let position = 0; position < 10_000; position += 1) writer.add(position)
    expect(read(writer.take()).length).toBe(10_000)
    writer.add(5)
    expect(read(writer.take())).toEqual([5])
  })

  it('that two lists have at a distance are what is kept', () => {
    fc.assert(
      fc.property(rising, rising, fc.nat(20), fc.nat(20), (some, others, offset, otherOffset) => {
        const bytes = written(some)
        const kept = new Int32Array(bytes.length)
        const count = readPositions(bytes, offset, kept)
        const left = keepPositions(written(others), otherOffset, kept, count)
        const wanted = new Set(others.map((position) => position - otherOffset))
        expect([...kept.subarray(0, left)]).toEqual(some.map((one) => one - offset).filter((one) => wanted.has(one)))
      }),
    )
  })
})
