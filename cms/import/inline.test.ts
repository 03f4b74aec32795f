import { describe, expect, it } from 'vitest'
import { escapeLineStart, type InlineNotes, toInline } from './inline.ts'

const notes = (): InlineNotes => ({ tags: new Set(), images: 0, links: 0 })
const inline = (text: string) => escapeLineStart(toInline(text, notes()))

describe('text that Markdown would act on', () => {
  it.each([
    ['《关于修改<甲法>的决定》', '《关于修改\\<甲法>的决定》'],
    ['<关于…>', '\\<关于…>'],
    ['a<b>c', 'ac'],
    ['x<5，y>3', 'x\\<5，y>3'],
    ['麦角酸*', '麦角酸\\*'],
    ['*甲*乙*', '\\*甲\\*乙\\*'],
    ['姓名____', '姓名\\_\\_\\_\\_'],
    ['第1~5条，第6~9条', '第1\\~5条，第6\\~9条'],
    ['[1993]21号', '\\[1993\\]21号'],
    ['脚注[^1]', '脚注\\[^1\\]'],
    ['`甲`', '\\`甲\\`'],
    ['C:\\甲', 'C:\\\\甲'],
    ['A&amp;B', 'A&B'],
    ['A&amp;lt;B', 'A\\&lt;B'],
    ['甲&nbsp;乙&#x4e00;', '甲 乙一'],
    ['3&lt;5', '3\\<5'],
    ['1. 甲', '1\\. 甲'],
    ['2) 甲', '2\\) 甲'],
    ['1.甲', '1.甲'],
    ['2004. ', '2004\\.'],
    ['1．甲', '1．甲'],
    ['# 甲', '\\# 甲'],
    ['#1机组', '#1机组'],
    ['> 甲', '\\> 甲'],
    ['- 12 -', '\\- 12 -'],
    ['+ 甲', '\\+ 甲'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['（一）甲', '（一）甲'],
    ['第一条　甲', '第一条　甲'],
    ['50%以上，10元/吨', '50%以上，10元/吨'],
  ])('%s', (text, markdown) => {
    expect(inline(text)).toBe(markdown)
  })
})

describe('what the source marked on purpose', () => {
  it.each([
    ['**重要。**后', '**重要。**后'],
    ['甲**乙', '甲\\*\\*乙'],
    ['** 乙**', '\\*\\* 乙\\*\\*'],
    ['10<sup>-6</sup>', '10<sup>-6</sup>'],
    ['H<SUB>2</SUB>O', 'H<sub>2</sub>O'],
    ['甲<br/>乙', '甲<br>乙'],
    ['<span style="color:red">甲</span>', '甲'],
    ['[国务院](https://www.gov.cn/)公报', '[国务院](https://www.gov.cn/)公报'],
    ['[甲](../甲.md)', '甲'],
    ['见https://www.gov.cn/a。谢谢', '见<https://www.gov.cn/a>。谢谢'],
    ['见www.gov.cn。谢谢', '见[www.gov.cn](http://www.gov.cn)。谢谢'],
    ['发至a@b.cn。', '发至a@b.cn。'],
    ['![国徽](a.png)见图', '国徽见图'],
  ])('%s', (text, markdown) => {
    expect(inline(text)).toBe(markdown)
  })

  it('counts what had to go', () => {
    const found = notes()
    toInline('<p>甲</p>![](a.png)[乙](b.md)[丙](javascript:alert(1))', found)
    expect(found).toEqual({ tags: new Set(['p']), images: 1, links: 2 })
  })
})
