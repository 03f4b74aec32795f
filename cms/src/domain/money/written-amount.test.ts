import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writtenAmount, yuanOf } from './written-amount'

describe('an amount in a table', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [20, '0.20'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [123_456_789, '1,234,567.89'],
    [-5, '-0.05'],
    [-100_000, '-1,000.00'],
    [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91'],
  ])('%i fen are %s', (fen, written) => {
    expect(writtenAmount(fen)).toBe(written)
  })

  it('refuses a part of a fen', () => {
    expect(() => writtenAmount(0.1)).toThrow(RangeError)
  })

  it('is the same fen again, from the words and from the cell of a workbook', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (fen) => {
        expect(Number(writtenAmount(fen).replaceAll(',', '').replace('.', ''))).toBe(fen === 0 ? 0 : fen)
        expect(Math.round(yuanOf(fen) * 100)).toBe(fen)
      }),
    )
  })
})
