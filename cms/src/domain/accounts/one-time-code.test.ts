import { describe, expect, it } from 'vitest'
import { CODE_ALPHABET, CODE_LIFE_MS, isUsable, makeCode, printedCode, typedCode } from './one-time-code'

describe('a one-time code', () => {
  it('has no sign that looks like another', () => {
    expect(CODE_ALPHABET).toHaveLength(32)
    expect(new Set(CODE_ALPHABET).size).toBe(32)
    expect(CODE_ALPHABET).not.toMatch(/[01OI]/)
  })

  it('takes each character by chance', () => {
    let turn = 0
    expect(makeCode((below) => turn++ % below)).toBe('23456789AB')
    expect(makeCode((below) => below - 1)).toBe('ZZZZZZZZZZ')
  })

  it.each([
    '23456-789AB',
    '2345 6789 ab',
    ' ２３４５６－７８９ａｂ ',
    '23456–789AB',
    '23456—789ab',
  ])('is read as it was printed: %s', (typed) => {
    expect(typedCode(typed)).toBe('23456789AB')
  })

  it('is printed in two groups', () => expect(printedCode('23456789AB')).toBe('23456-789AB'))

  const fresh = { expiresAtMs: 1000, usedAtMs: null, triesLeft: 5 }
  it.each([
    [fresh, 999, true],
    [fresh, 1000, false],
    [{ ...fresh, usedAtMs: 0 }, 999, false],
    [{ ...fresh, triesLeft: 1 }, 999, true],
    [{ ...fresh, triesLeft: 0 }, 999, false],
  ])('%o at %i: usable %s', (state, now, usable) => expect(isUsable(state, new Date(now))).toBe(usable))

  it('lives as long as what carries it', () => {
    expect(CODE_LIFE_MS).toEqual({ paper: 2_592_000_000, mail: 1_800_000, ticket: 600_000 })
  })
})
