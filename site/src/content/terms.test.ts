import { describe, expect, it } from 'vitest'
import { tellingWords, termsOf, weightOf } from './terms.ts'
import { build } from './testing/builders.ts'

const words = (title: string, rest = '') => tellingWords({ title, rest })

describe('telling words', () => {
  it.each([
    ['common words tell nothing', '学院召开党员大会', []],
    ['single characters neither', '桥与路', []],
    ['numbers neither', '2026 年 11 月', []],
    ['Latin words count without regard to case and width', 'ＢＩＭ 与 bim', ['bim']],
    ['the longer one first', '桥梁 tunnel', ['tunnel', '桥梁']],
  ])('%s', (_what, title, expected) => {
    expect(words(title)).toEqual(expected)
  })

  it('a title counts double, and what is said more often comes first', () => {
    expect(words('桥梁', '隧道')).toEqual(['桥梁', '隧道'])
    expect(words('桥梁', '隧道 隧道 隧道')).toEqual(['隧道', '桥梁'])
  })

  it('there are six at most', () => {
    expect(words('桥梁隧道公路铁路港口机场城市乡村')).toHaveLength(6)
  })
})

describe('terms of a post', () => {
  it('are its tags and its words; a tag weighs as much as two words', () => {
    const terms = termsOf('article', build('article', 'a', { title: '桥梁检测', tags: ['t1', 't1'] }))
    expect(terms).toEqual(['tag:t1', 'word:桥梁', 'word:检测'])
    expect(terms.map(weightOf)).toEqual([2, 1, 1])
  })

  it.each(['micropost', 'representative', 'page', 'column'] as const)('a %s has none', (kind) => {
    expect(termsOf(kind, build(kind, 'x', {}))).toEqual([])
  })
})
