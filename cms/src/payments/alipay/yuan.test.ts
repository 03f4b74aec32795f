import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenOf, yuanOf } from './yuan'

describe('yuan', () => {
  it.each([
    [1, '0.01'],
    [10, '0.10'],
    [99, '0.99'],
    [100, '1.00'],
    [3457, '34.57'],
    // 1.15 * 100 is 114.99999999999999 in floating point
    [115, '1.15'],
    [100_000_000, '1000000.00'],
  ])('%d fen are written %s', (fen, yuan) => {
    expect(yuanOf(fen)).toBe(yuan)
    expect(fenOf(yuan)).toBe(fen)
  })

  it.each([
    ['9', 900],
    ['9.9', 990],
    ['0', 0],
    ['008.80', 880],
  ])('%s is read as well', (yuan, fen) => expect(fenOf(yuan)).toBe(fen))

  it.each([
    '',
    '.5',
    '1.',
    '1.234',
    '-1.00',
    '+1.00',
    '1e3',
    '1,000.00',
    ' 1.00',
    '１.00',
    '0x10',
    'NaN',
    '1234567890.00',
  ])('%j is no amount', (yuan) => expect(fenOf(yuan)).toBeNull())

  it('come back as they went', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => fenOf(yuanOf(fen)) === fen))
  })
})
