import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithPlaces } from './fold.ts'

describe('texts and questions are folded to one writing', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['PARTY Day', 'party day'],
    ['黨員發展與幹部', '党员发展与干部'],
    ['陕交院党〔2026〕12号', '陕交院党(2026)12号'],
    ['陝交院黨［２０２６］１２號', '陕交院党(2026)12号'],
    ['陕交院党【2026】12号', '陕交院党(2026)12号'],
    ['《党章》', '(党章)'],
    ['“双带头人”', '"双带头人"'],
    ['2024—2026', '2024-2026'],
    ['于 2024 年 3 月', '于2024年3月'],
    ['总　　则', '总则'],
    ['open  source\tcode', 'open source code'],
    ['AI 与 5G', 'ai与5g'],
    ['党\u200b费\u00ad标准\ufe0f', '党费标准'],
    ['第一段。\n\n  第二段', '第一段。\n第二段'],
    ['\n 首尾 \n', '首尾\n'],
    ['𠮷野', '𠮷野'],
    ['', ''],
  ])('%j is %j', (source, folded) => {
    expect(fold(source)).toBe(folded)
  })

  it('each unit knows where it comes from', () => {
    const { text, begins, ends } = foldWithPlaces('于 ２０２６ 年……党')
    expect(text).toBe('于2026年......党')
    expect(begins).toEqual([0, 2, 3, 4, 5, 7, 8, 8, 8, 9, 9, 9, 10])
    expect(ends.at(-1)).toBe(11)
  })

  it('with places and without, it is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (source) => {
        const { text, begins, ends } = foldWithPlaces(source)
        expect(text).toBe(fold(source))
        expect([begins.length, ends.length]).toEqual([text.length, text.length])
      }),
    )
  })
})
