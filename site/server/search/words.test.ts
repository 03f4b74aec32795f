import { describe, expect, it } from 'vitest'
import { readQuestion } from './words.ts'

describe('a question', () => {
  it.each([
    ['党费', ['党费'], null],
    ['  發展黨員　公示 ', ['发展党员', '公示'], '发展党员公示'],
    ['党费 党费', ['党费'], null],
    ['open source', ['open', 'source'], null],
    ['AI 人工智能', ['ai', '人工智能'], 'ai人工智能'],
    ['〔2026〕 12号', ['(2026)', '12号'], null],
    ['\u200b', [], null],
    ['', [], null],
  ])('%j asks for %j', (typed, words, phrase) => {
    expect(readQuestion(typed)).toMatchObject({ words, phrase })
  })

  it('is refused when it is longer than a hundred characters, whatever they are', () => {
    expect(readQuestion('党'.repeat(100))).toMatchObject({ words: ['党'.repeat(100)] })
    expect(readQuestion('𠮷'.repeat(100))).toMatchObject({ words: ['𠮷'.repeat(100)] })
    expect(readQuestion('党'.repeat(101))).toBe('QUERY_TOO_LONG')
  })

  it('is refused when it has more than ten words', () => {
    expect(readQuestion('一 二 三 四 五 六 七 八 九 十')).toMatchObject({ typed: '一 二 三 四 五 六 七 八 九 十' })
    expect(readQuestion('一 二 三 四 五 六 七 八 九 十 百')).toBe('TOO_MANY_WORDS')
  })
})
