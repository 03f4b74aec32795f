import { describe, expect, it } from 'vitest'
import { checkCode, inGroups, isGenuine, isReceiptNumber, verifyAddress } from './verification'

const key = Buffer.alloc(32, 7)
const NUMBER = 'DF2026-000123'

describe('the check code of a receipt', () => {
  it('is ten digits that cannot be mistaken, the same each time', () => {
    expect(checkCode(NUMBER, key)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(checkCode(NUMBER, key)).toBe(checkCode(NUMBER, key))
  })

  it('differs for another number and for another key', () => {
    expect(checkCode('DF2026-000124', key)).not.toBe(checkCode(NUMBER, key))
    expect(checkCode(NUMBER, Buffer.alloc(32, 8))).not.toBe(checkCode(NUMBER, key))
  })

  it('uses each digit about as often as the others', () => {
    const seen = new Set(Array.from({ length: 100 }, (_, index) => checkCode(`N${index}`, key)).join(''))
    expect(seen.size).toBe(32)
  })

  it('is known however it was typed, and nothing else is', () => {
    const code = checkCode(NUMBER, key)
    for (const typed of [
      code,
      code.toLowerCase(),
      inGroups(code),
      ` ${inGroups(code)} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(isGenuine(NUMBER, typed, key)).toBe(true)
    const other = `${code[0] === 'A' ? 'B' : 'A'}${code.slice(1)}`
    for (const typed of ['', other, code.slice(1), `${code}A`, '党费', '0'.repeat(100_000)])
      expect(isGenuine(NUMBER, typed, key)).toBe(false)
    expect(isGenuine('DF2026-000124', code, key)).toBe(false)
  })
})

describe('a number', () => {
  it.each(['DF2026-000123', 'A', '7H3K9QWX2M4P'])('may be %s', (number) => {
    expect(isReceiptNumber(number)).toBe(true)
  })
  it.each([
    '',
    '-',
    'df1',
    '张伟',
    'A--B',
    '../x',
    'A&n=1',
    'A\n',
    'A'.repeat(13),
    'A-B-C-D-E',
  ])('may not be %j', (number) => {
    expect(isReceiptNumber(number)).toBe(false)
    expect(isGenuine(number, 'A', key)).toBe(false)
    expect(() => verifyAddress('https://host', number, key)).toThrow(RangeError)
  })
})

it('leads to a page of the portal, and holds a number and its code alone', () => {
  const address = new URL(verifyAddress('https://dangjian.example.edu.cn', NUMBER, key))
  expect(address.pathname).toBe('/verify/')
  expect([...address.searchParams]).toEqual([['r', `${NUMBER}-${checkCode(NUMBER, key)}`]])
})
