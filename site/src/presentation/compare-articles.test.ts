import { describe, expect, it } from 'vitest'
import { changesInWords, compareArticles } from './compare-articles.ts'

const old = `## 第一章 总则

**第一条** 为了加强党费管理，制定本办法。

第二条 党员应当每月交纳党费，预交不超过六个月。

补交的期限不超过六个月。

第三条 本办法自2015年1月1日起施行。
`
const plain = (side: { number: string; parts: { text: string; differs: boolean }[] } | null) =>
  side && `${side.number} ${side.parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')}`
const shown = (before: string, after: string) =>
  compareArticles(before, after).map((row) => [plain(row.before), plain(row.after)])

describe('two versions of a text', () => {
  it('differ in nothing but what differs', () => {
    expect(compareArticles(old, old)).toEqual([])
    expect(compareArticles(old, old.replace('**第一条**', '第一条'))).toEqual([])
  })

  it('show what an article changed, whatever its number is now', () => {
    const after = old
      .replace('预交不超过六个月', '预交不超过三个月')
      .replace('第三条', '第四条')
      .replace('第二条', '第三条')
    expect(shown(old, after)).toEqual([
      [
        '第二条 党员应当每月交纳党费，预交不超过[六]个月。\n补交的期限不超过六个月。',
        '第三条 党员应当每月交纳党费，预交不超过[三]个月。\n补交的期限不超过六个月。',
      ],
    ])
  })

  it('show what is new and what is gone', () => {
    const after = old
      .replace('第三条 本办法自2015年1月1日起施行。', '第三条 流动党员持活动证交纳。')
      .replace('\n补交的期限不超过六个月。\n', '\n补交的期限不超过六个月。\n')
    expect(shown(old, after)).toEqual([
      [null, '第三条 [流动党员持活动证交纳。]'],
      ['第三条 [本办法自2015年1月1日起施行。]', null],
    ])
    expect(changesInWords(compareArticles(old, after))).toBe('新增 1 条、删去 1 条')
  })

  it('pair each old article once', () => {
    const twice = `${old}\n第四条 为了加强党费管理工作，制定本办法。`
    expect(compareArticles(old, twice)).toEqual([
      {
        before: null,
        after: { number: '第四条', parts: [{ text: '为了加强党费管理工作，制定本办法。', differs: true }] },
      },
    ])
  })

  it('have nothing to compare without articles', () => {
    expect(compareArticles('一段话。', '另一段话。')).toEqual([])
    expect(changesInWords([])).toBe('')
  })
})
