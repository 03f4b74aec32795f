import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatShare, multiply, roundings } from './rounding'

describe('parts of a fen', () => {
  it.each([
    // 1 % of 0.49, 0.50, 0.51, 1.50, 2.50 元
    [49, { 'half-up': 0, 'half-even': 0, up: 1, down: 0 }],
    [50, { 'half-up': 1, 'half-even': 0, up: 1, down: 0 }],
    [51, { 'half-up': 1, 'half-even': 1, up: 1, down: 0 }],
    [100, { 'half-up': 1, 'half-even': 1, up: 1, down: 1 }],
    [150, { 'half-up': 2, 'half-even': 2, up: 2, down: 1 }],
    [250, { 'half-up': 3, 'half-even': 2, up: 3, down: 2 }],
    [0, { 'half-up': 0, 'half-even': 0, up: 0, down: 0 }],
  ])('1%% of %i fen', (fen, expected) => {
    expect(Object.fromEntries(roundings.map((rounding) => [rounding, multiply(fen, [100], rounding)]))).toEqual(
      expected,
    )
  })

  it('are rounded once where there are two shares', () => {
    // 70 % of 71 fen is 49.7; rounded there, 1 % of it would be a whole half
    expect(multiply(71, [7000, 100], 'half-up')).toBe(0)
    expect(multiply(72, [7000, 100], 'half-up')).toBe(1)
  })

  it('never move an amount by a whole fen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom(...roundings),
        (fen, share, rounding) => {
          const exact = BigInt(fen) * BigInt(share)
          const rounded = BigInt(multiply(fen, [share], rounding)) * 10_000n
          const off = rounded - exact
          expect(off < 10_000n && off > -10_000n).toBe(true)
          expect(rounded >= 0n && rounded <= BigInt(fen) * 10_000n).toBe(true)
        },
      ),
    )
  })
})

it.each([
  [50, '0.005'],
  [100, '0.01'],
  [150, '0.015'],
  [200, '0.02'],
  [7000, '0.7'],
  [10_000, '1'],
  [0, '0'],
])('%i basis points are %s', (share, text) => {
  expect(formatShare(share)).toBe(text)
})
