import { describe, expect, it } from 'vitest'
import type { Fragment } from '../../src/search/found.ts'
import { excerptOf, marked } from './excerpt.ts'
import { type Question, readQuestion } from './words.ts'

const shown = (fragments: Fragment[]) => fragments.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')
const question = (typed: string) => readQuestion(typed) as Question

describe('words in a title', () => {
  it.each([
    ['关于黨費收缴的通知', '党费', '关于[黨費]收缴的通知'],
    ['陕交院党〔2026〕12号', '(2026)', '陕交院党[〔2026〕]12号'],
    ['于 2026 年 3 月', '2026年3月', '于 [2026 年 3 月]'],
    ['人民人民人', '人民人', '[人民人民人]'],
    ['党员 PARTY', 'party 党', '[党]员 [PARTY]'],
    ['没有', '党', '没有'],
    ['<b>党</b>', '党', '<b>[党]</b>'],
  ])('%j, asked %j', (title, typed, expected) => {
    expect(shown(marked(title, question(typed).words))).toBe(expected)
  })
})

describe('an excerpt', () => {
  const long = '这是一句很长的、没有关系的话，只是为了把后面的内容推远。'.repeat(8)

  it('is the line that has the most words, a sentence rather than a heading', () => {
    const text = `党费标准\n第一条 党费按月缴纳。\n第二条 本办法规定党费的标准，由组织部负责解释，自发布之日起施行。`
    expect(shown(excerptOf(text, question('党费 标准')))).toMatch(/^第二条 本办法规定\[党费\]的\[标准\]/)
  })
  it('has the phrase where there is one', () => {
    const text = `党费与标准各是一回事，这里先讲党费，然后再讲标准。\n这里说的是党费标准，每月按照工资的比例计算，四舍五入到分。`
    expect(shown(excerptOf(text, question('党费 标准')))).toContain('这里说的是[党费标准]')
  })
  it('begins near the word, at a sentence where one begins there', () => {
    expect(shown(excerptOf(`${long}请按时缴纳党费。`, question('党费')))).toMatch(/^……请按时缴纳\[党费\]。$/)
    expect(shown(excerptOf(`${long.replaceAll('。', '，')}请缴党费`, question('党费')))).toMatch(/^……[^……].*\[党费\]$/)
  })
  it('is cut', () => {
    const excerpt = shown(excerptOf(`党费。${long}`, question('党费')))
    expect(excerpt).toMatch(/^\[党费\]。.*……$/)
    expect(excerpt.length).toBeLessThan(130)
  })
  it('is the beginning where the words are only in the title', () => {
    expect(shown(excerptOf('第一行\n第二行', question('党费')))).toBe('第一行 第二行')
    expect(excerptOf('', question('党费'))).toEqual([])
  })
  it('never cuts a character in two', () => {
    for (let more = 0; more < 4; more += 1) {
      const fragments = excerptOf(`${'一'.repeat(more)}${'𠮷'.repeat(60)}党${'𠮷'.repeat(200)}`, question('党'))
      expect(fragments.every(({ text }) => text.isWellFormed())).toBe(true)
    }
  })
})
