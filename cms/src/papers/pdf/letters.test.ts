import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFaces } from './faces'
import { type Letters, openLetters } from './letters'

let letters: Letters
beforeAll(async () => {
  letters = openLetters(await readFaces(path.resolve(import.meta.dirname, '../../../fonts')))
})

describe('what the faces can show', () => {
  it.each([
    '㛃',
    '䶮',
    '𬭩',
    '〇',
    '𠮷',
    '喆',
    '堃',
    '·',
    'é',
    '￥',
    '—',
    '〔',
    '零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整',
  ])('has %s', (text) => {
    expect(letters.showable(text)).toBe(text)
  })

  it.each([
    ['a letter that nobody has drawn', '王\u{30729}', '王〔U+30729〕'],
    ['a letter of private use, as old programs wrote rare names', '王\uE863', '王〔U+E863〕'],
    ['an emoji', '王😀', '王〔U+1F600〕'],
    ['half of a pair', '王\uD83D', '王〔U+FFFD〕'],
    ['what turns a text around', '\u202E王伟\u2066', '王伟'],
    ['what has no width', '王\u200B\uFEFF伟', '王伟'],
    ['a variant of a letter', '王辻\u{E0100}', '王辻'],
    ['lines and tabs', '王\r\n\t伟', '王 伟'],
    ['what ends programs', '王\u0000伟\u0007', '王伟'],
  ])('names or leaves out %s', (_what, text, shown) => {
    expect(letters.showable(text)).toBe(shown)
  })

  it('sets in Regular what Bold lacks', () => {
    expect(letters.runs('党支部㛃人𬭩', 'bold')).toEqual([
      { weight: 'bold', text: '党支部' },
      { weight: 'regular', text: '㛃' },
      { weight: 'bold', text: '人' },
      { weight: 'regular', text: '𬭩' },
    ])
  })

  it.each([
    'regular',
    'bold',
  ] as const)('gives all digits of %s one width, so that amounts stand below each other', (weight) => {
    const widths = Array.from('0123456789', (digit) => letters.width(digit, 10, weight))
    expect(new Set(widths).size).toBe(1)
    expect(letters.width('党费', 10, weight)).toBe(20)
  })
})
