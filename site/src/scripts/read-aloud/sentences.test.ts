import { describe, expect, it } from 'vitest'
import { chineseVoice, sentencesOf } from './sentences.ts'

describe('what is spoken at once', () => {
  it('is a sentence with its closing marks', () => {
    expect(sentencesOf('他说：“走吧！”大家就走。 完了吗？')).toEqual(['他说：“走吧！”', '大家就走。', '完了吗？'])
  })

  it('is never too long, and loses no letter', () => {
    const text = `${'党支部每月召开一次主题党日，'.repeat(20)}完。`
    const parts = sentencesOf(text)
    expect(parts.every(({ length }) => length <= 90)).toBe(true)
    expect(parts.join('')).toBe(text)
  })

  it('is nothing where there are no words', () => {
    expect(sentencesOf(' …… 。\n—— ')).toEqual([])
  })
})

describe('the voice', () => {
  const voice = (lang: string, localService = true) => ({ lang, localService })

  it.each([
    ['of the mainland before all others', ['en-US', 'zh-HK', 'zh-TW', 'zh-CN'], 'zh-CN'],
    ['as Android writes it', ['zh_TW', 'zh_CN_#Hans'], 'zh_CN_#Hans'],
    ['of Taiwan before Cantonese', ['zh-HK', 'zh-TW'], 'zh-TW'],
    ['none where none is Chinese', ['en-US', 'ja-JP'], undefined],
  ])('%s', (_name, langs, expected) => {
    expect(chineseVoice(langs.map((lang) => voice(lang)))?.lang).toBe(expected)
  })

  it('that needs no network', () => {
    const [far, near] = [voice('zh-CN', false), voice('zh-CN')]
    expect(chineseVoice([far, near])).toBe(near)
  })
})
