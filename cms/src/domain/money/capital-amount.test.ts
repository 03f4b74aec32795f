import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalAmount } from './capital-amount'

/** The examples of the People's Bank's rule, then every edge of it. */
const written: [yuan: string, words: string][] = [
  ['1409.50', '壹仟肆佰零玖元伍角整'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
  ['107000.53', '壹拾万柒仟元零伍角叁分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['0.00', '零元整'],
  ['0.01', '壹分'],
  ['0.10', '壹角整'],
  ['0.20', '贰角整'],
  ['0.55', '伍角伍分'],
  ['1.00', '壹元整'],
  ['1.01', '壹元零壹分'],
  ['1.10', '壹元壹角整'],
  ['10.00', '壹拾元整'],
  ['10.10', '壹拾元零壹角整'],
  ['10.01', '壹拾元零壹分'],
  ['11.11', '壹拾壹元壹角壹分'],
  ['100.00', '壹佰元整'],
  ['101.00', '壹佰零壹元整'],
  ['110.00', '壹佰壹拾元整'],
  ['1000.00', '壹仟元整'],
  ['1001.00', '壹仟零壹元整'],
  ['1010.00', '壹仟零壹拾元整'],
  ['9999.99', '玖仟玖佰玖拾玖元玖角玖分'],
  ['10000.00', '壹万元整'],
  ['10001.00', '壹万零壹元整'],
  ['10100.00', '壹万零壹佰元整'],
  ['11000.00', '壹万壹仟元整'],
  ['100000.05', '壹拾万元零伍分'],
  ['100100.00', '壹拾万零壹佰元整'],
  ['1001000.00', '壹佰万壹仟元整'],
  ['1010101.01', '壹佰零壹万零壹佰零壹元零壹分'],
  ['10000000.00', '壹仟万元整'],
  ['99999999.99', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ['100000000.00', '壹亿元整'],
  ['100000001.00', '壹亿零壹元整'],
  ['100010000.00', '壹亿零壹万元整'],
  ['101000000.00', '壹亿零壹佰万元整'],
  ['110000000.00', '壹亿壹仟万元整'],
  ['1000000000000.00', '壹万亿元整'],
  ['1000100000001.10', '壹万零壹亿零壹元壹角整'],
  ['90071992547409.91', '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
]

const fenOf = (yuan: string) => Number(yuan.replace('.', ''))

/** Reads the words by their places alone, and knows nothing of how they are written. */
function readBack(words: string): number {
  const values: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  let [total, section, digit, fen] = [0, 0, 0, 0]
  for (const sign of words) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign)
    if (value >= 0) digit = value
    else if (values[sign]) section += digit * values[sign]
    else if (sign === '万') total += (section + digit) * 10_000
    else if (sign === '亿') total = (total + section + digit) * 100_000_000
    else if (sign === '元') total += section + digit
    else if (sign === '角') fen += digit * 10
    else if (sign === '分') fen += digit
    if (value < 0) digit = 0
    if ('万亿元'.includes(sign)) section = 0
  }
  return total * 100 + fen
}

describe('an amount in capital numerals', () => {
  it.each(written)('%s is %s', (yuan, words) => {
    expect(capitalAmount(fenOf(yuan))).toBe(words)
  })

  it('marks what is taken back', () => {
    expect(capitalAmount(-150)).toBe('负壹元伍角整')
    expect(capitalAmount(-0)).toBe('零元整')
  })

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s, which is no number of fen', (fen) => {
    expect(() => capitalAmount(fen)).toThrow(RangeError)
  })

  it('reads back as itself: each fen to two thousand yuan, each yuan to a hundred thousand', () => {
    const wrong: number[] = []
    for (let fen = 0; fen <= 200_000; fen += 1) if (readBack(capitalAmount(fen)) !== fen) wrong.push(fen)
    for (let fen = 0; fen <= 10_000_000; fen += 100) if (readBack(capitalAmount(fen)) !== fen) wrong.push(fen)
    expect(wrong).toEqual([])
  })

  it('reads back as itself however large, and never doubles a nought', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (fen) => {
        const words = capitalAmount(fen)
        expect(readBack(words)).toBe(fen)
        expect(words).not.toMatch(/零零|零[万亿元角分]/)
        expect(words).toMatch(/(整|分)$/)
      }),
      { numRuns: 3000 },
    )
  })
})
