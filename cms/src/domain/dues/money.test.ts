import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, MOST_FEN, parseMoney, parseTypedMoney, tidyMoney } from './money'

describe('an amount by the letter', () => {
  it.each([
    ['0', 0],
    ['0.00', 0],
    ['0.01', 1],
    ['0.2', 20],
    ['3456.78', 345678],
    ['3456', 345600],
    ['9999999.99', MOST_FEN],
  ])('%s', (text, fen) => {
    expect(parseMoney(text)).toEqual({ fen })
  })

  it.each([
    [3456.78, 'NOT_TEXT'],
    [Number.NaN, 'NOT_TEXT'],
    [null, 'NOT_TEXT'],
    [undefined, 'NOT_TEXT'],
    [['3456.78'], 'NOT_TEXT'],
    [{}, 'NOT_TEXT'],
    ['', 'EMPTY'],
    ['  ', 'EMPTY'],
    ['-1', 'NEGATIVE'],
    ['-0.01', 'NEGATIVE'],
    ['−5', 'NEGATIVE'],
    ['3456.789', 'DECIMALS'],
    ['3456.780', 'DECIMALS'],
    ['1e3', 'MALFORMED'],
    ['1E3', 'MALFORMED'],
    ['NaN', 'MALFORMED'],
    ['Infinity', 'MALFORMED'],
    ['0x10', 'MALFORMED'],
    ['+5', 'MALFORMED'],
    [' 5', 'MALFORMED'],
    ['5\n', 'MALFORMED'],
    ['5.', 'MALFORMED'],
    ['.5', 'MALFORMED'],
    ['05', 'MALFORMED'],
    ['1,000', 'MALFORMED'],
    ['1.2.3', 'MALFORMED'],
    ['３４５６', 'MALFORMED'],
    ['三千', 'MALFORMED'],
    ['--1', 'MALFORMED'],
    ['10000000.00', 'TOO_LARGE'],
    ['1000000000000000000', 'TOO_LARGE'],
    ['9'.repeat(4_000_000), 'TOO_LARGE'],
  ])('is not %j', (text, problem) => {
    expect(parseMoney(text)).toEqual({ problem })
  })

  it('may be bounded otherwise', () => {
    expect(parseMoney('1000.00', 100_000)).toEqual({ fen: 100_000 })
    expect(parseMoney('1000.01', 100_000)).toEqual({ problem: 'TOO_LARGE' })
  })
})

describe('an amount as people type it', () => {
  it.each([
    ['３４５６．７８', 345678],
    [' 3456.78 ', 345678],
    ['3,456.78', 345678],
    ['3，456。78', 345678],
    ['¥3456.78', 345678],
    ['￥ 3 456.78 元', 345678],
    ['1,234,567', 123456700],
    ['003456', 345600],
    ['.5', 50],
    ['5.', 500],
  ])('%s', (typed, fen) => {
    expect(parseTypedMoney(typed)).toEqual({ fen })
  })

  it.each([
    ['3,45', 'MALFORMED'],
    ['3456,78', 'MALFORMED'],
    ['1,2345', 'MALFORMED'],
    ['3万', 'MALFORMED'],
    ['1e3', 'MALFORMED'],
    ['－5', 'NEGATIVE'],
    ['3456.785', 'DECIMALS'],
    ['元', 'EMPTY'],
    [3456, 'NOT_TEXT'],
  ])('is not %j', (typed, problem) => {
    expect(parseTypedMoney(typed)).toEqual({ problem })
  })
})

describe('always', () => {
  const fens = fc.integer({ min: 0, max: MOST_FEN })
  it('what is written is read as the same', () => {
    fc.assert(
      fc.property(fens, (fen) => {
        expect(parseMoney(formatMoney(fen))).toEqual({ fen })
        expect(parseTypedMoney(formatMoney(fen))).toEqual({ fen })
      }),
    )
  })

  it('whatever is typed is an amount in fen or a problem', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d.,¥元eE+-]{0,20}$/)), (typed) => {
        const read = parseTypedMoney(typed)
        if ('fen' in read) expect(formatMoney(read.fen)).toMatch(/^\d{1,7}\.\d\d$/)
        expect(tidyMoney(tidyMoney(typed)).length).toBeLessThanOrEqual(typed.length + 1)
      }),
    )
  })

  it.each([0.5, -1, Number.NaN, 2 ** 53])('%s is no amount to write', (fen) => {
    expect(() => formatMoney(fen)).toThrow(RangeError)
  })
})
