import { describe, expect, it } from 'vitest'
import { readBody } from './body.ts'

const read = (text: string) => readBody(text.split('\n').map((line) => line.trim()))
const codes = (text: string) => read(text).decisions.map(({ code }) => code)

describe('the text', () => {
  it('every line is a paragraph', () => {
    expect(read('第一条 甲。\n第二条 乙。\n\n\n（一）丙；').markdown).toBe('第一条 甲。\n\n第二条 乙。\n\n（一）丙；\n')
  })

  it('indented lines are no code', () => {
    expect(readBody(['第一条 甲', '    （一）乙'].map((line) => line.trim())).markdown).toBe('第一条 甲\n\n（一）乙\n')
  })

  it('headings nest, whatever the source wrote', () => {
    expect(read('### 第一章 总 则\n#### 第一节 甲\n乙。\n##第二章 丙\n丁。').markdown).toBe(
      '## 第一章 总则\n\n### 第一节 甲\n\n乙。\n\n## 第二章 丙\n\n丁。\n',
    )
  })

  it('unmarked headings are found, a last line that heads nothing is none', () => {
    const text = '第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n附件：式样（略）'
    expect(read(text).markdown).toBe(
      '## 第一章 总则\n\n第一条 甲。\n\n## 第二章 附则\n\n第二条 乙。\n\n附件：式样（略）\n',
    )
    expect(read(text).decisions).toEqual([
      { code: 'headings-recognised', text: '有 2 行章节名没有标题标记，已设为标题。' },
    ])
  })

  it('an article marked as a heading is text, its label joins its words', () => {
    const text = '## 第一章 总则\n### 第一条\n甲。\n### 第二条 乙。\n### 第三条'
    expect(read(text).markdown).toBe('## 第一章 总则\n\n第一条 甲。\n\n第二条 乙。\n\n第三条\n')
    expect(codes(text)).toEqual(['headings-as-text'])
  })

  it('comments, rules and empty headings go', () => {
    expect(read('甲。\n***\n## \n----\n乙。').markdown).toBe('甲。\n\n乙。\n')
  })

  it('lists and quotes of the source stay', () => {
    expect(read('甲：\n- 乙\n- 丙\n\n> 丁\n> 戊\n己').markdown).toBe('甲：\n\n- 乙\n- 丙\n\n> 丁\n>\n> 戊\n\n己\n')
  })

  it('page numbers are no list', () => {
    expect(read('甲\n- 12 -\n乙').markdown).toBe('甲\n\n\\- 12 -\n\n乙\n')
  })

  it('gives paragraphs without marks to those who look for dates', () => {
    expect(read('## 第一章\n**第一条** 甲。\n| a |\n|---|\n| b |').paragraphs).toEqual(['**第一条** 甲。'])
  })

  it('headings alone are no text', () => {
    expect(read('## 第一章 总则\n## 第二章 附则').markdown).toBe('')
    expect(read('<p></p>').markdown).toBe('')
  })

  it('says what was left out', () => {
    expect(codes('<div>甲</div>\n![图](a.png)\n[乙](b.md)')).toEqual([
      'html-left-out',
      'images-left-out',
      'links-left-out',
    ])
  })
})

describe('a table of contents', () => {
  it('goes when its entries come again', () => {
    const text = '目　录\n第一章 总则\n第二章 附则\n\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。'
    expect(read(text).markdown).toBe('## 第一章 总则\n\n第一条 甲。\n\n## 第二章 附则\n\n第二条 乙。\n')
    expect(codes(text)).toContain('contents-left-out')
  })

  it('also as a heading with links and page numbers', () => {
    const text =
      '## 目录\n- [第一章 总则](#1)\n- [第二章 附则](#2)\n附则……12\n## 第一章 总则\n甲。\n## 第二章 附则\n乙。'
    expect(read(text).markdown).toBe('## 第一章 总则\n\n甲。\n\n## 第二章 附则\n\n乙。\n')
  })

  it('stays when the text below has no such headings', () => {
    expect(read('目录\n第一章 总则\n甲。').markdown).toContain('## 第一章 总则')
  })

  it('the word alone is none', () => {
    expect(read('第一条 目录由国务院制定。\n目录\n甲。').markdown).toBe('第一条 目录由国务院制定。\n\n目录\n\n甲。\n')
  })
})

describe('tables', () => {
  it('of Markdown stay, their cells are escaped', () => {
    expect(read('甲：\n| 税目 | 税率 |\n|:--|--:|\n| 烟* | 5%~10% |\n\n乙').markdown).toBe(
      '甲：\n\n| 税目 | 税率 |\n|:--|--:|\n| 烟\\* | 5%\\~10% |\n\n乙\n',
    )
  })

  it('of HTML keep their spans and nothing else', () => {
    const text =
      '<table border="1">\n<tr><td colspan="2" style="x" onclick="y">甲 & 乙</td></tr>\n<tr><td><b>丙</b></td><td rowspan=1>1<2</td></tr>\n</table>丁'
    expect(read(text).markdown).toBe(
      '<table><tr><td colspan="2">甲 &amp; 乙</td></tr><tr><td>丙</td><td>1&lt;2</td></tr></table>\n\n丁\n',
    )
    expect(codes(text)).toEqual(['html-left-out'])
  })

  it('that never end take nothing with them', () => {
    expect(read('<table>\n第一条 甲。\n第二条 乙。').markdown).toBe('第一条 甲。\n\n第二条 乙。\n')
  })

  it('a lone bar is text', () => {
    expect(read('甲|乙\n丙').markdown).toBe('甲|乙\n\n丙\n')
  })
})
