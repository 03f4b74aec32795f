import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from './read-markdown'
import { BLOCK_END } from './visible'

const seen = (source: string) => readMarkdown(source).visible.text.replaceAll(BLOCK_END, '|')

describe('reading Markdown', () => {
  it.each([
    ['a **b** c', 'a b c|'],
    ['a\\*b', 'a*b|'],
    ['# 题\n\n文', '题||文|'],
    ['题\n===\n文', '题|文|'],
    ['> 一\n> 二', '一\n二||'],
    ['```\ncode\n```', 'code'],
    ['a<u>b</u>c', 'abc|'],
    ['[a](https://x.example "t")', 'a|'],
    ['1. 1\n2. 2', '1||2||'],
    ['- [x] 做完', '做完||'],
  ])('shows %j as %j', (source, text) => {
    expect(seen(source)).toBe(text)
  })

  it('knows where each character stands', () => {
    const source =
      '# 标题\n\n> 引**文**\n> 第二行 \\* 星\n\n- 一\n  二\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | `丁` |\n\n![图](/uploads/a.png "说明")[链](/go/article/x)'
    const { visible } = readMarkdown(source)
    for (const [index, character] of [...visible.text].entries()) {
      if (/[^\s\ue000]/.test(character))
        expect([character, source[visible.to[index] - 1]]).toEqual([character, character])
    }
    expect(visible.at.toSorted((a, b) => a - b)).toEqual(visible.at)
  })

  it('tells headings, pictures and links with their places', () => {
    const source =
      '# 一\n\n文\n\n#### 四\n\n![图](/uploads/a.png) [链](/go/article/x) [空]() <https://x.example>\n\n[引][1]\n\n[1]: /b\n\n##'
    const { headings, pictures, links } = readMarkdown(source)
    const cut = ({ start, end }: { start: number; end: number }) => source.slice(start, end)
    expect(headings.map((one) => [one.level, one.text, cut(one)])).toEqual([
      [2, '一', '# 一'],
      [4, '四', '#### 四'],
      [2, '', '##'],
    ])
    expect(pictures.map((one) => [one.url, one.alternativeText, cut(one)])).toEqual([
      ['/uploads/a.png', '图', '![图](/uploads/a.png)'],
    ])
    expect(links.map((one) => [one.url, cut(one)])).toEqual([
      ['/go/article/x', '[链](/go/article/x)'],
      ['', '[空]()'],
      ['https://x.example', '<https://x.example>'],
      ['/b', '[引][1]'],
    ])
  })

  it('finds pictures in links and footnotes', () => {
    expect(readMarkdown('[![](/uploads/a.png)](/x)').pictures).toMatchObject([{ url: '/uploads/a.png' }])
    expect(seen('文[^1]\n\n[^1]: 注释')).toContain('注释')
  })

  it('never fails, and never points outside the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab 汉字*_[](){}!#>-`|\n\t\\<u>1.&;:~^'), maxLength: 200 }),
        (source) => {
          const { visible, headings, pictures, links } = readMarkdown(source)
          expect(visible.at.length).toBe(visible.text.length)
          for (const at of visible.at) expect(at >= 0 && at <= source.length).toBe(true)
          for (const { start, end } of [...headings, ...pictures, ...links]) {
            expect(start <= end && end <= source.length).toBe(true)
          }
        },
      ),
      { numRuns: 500, seed: 7 },
    )
  })

  it.each([
    ['a long paragraph', '汉'.repeat(50_000)],
    ['many stars', '*'.repeat(50_000)],
    ['deep quotes', '>'.repeat(20_000)],
    ['deep lists', '- '.repeat(5_000)],
    ['many brackets', '['.repeat(20_000)],
  ])('takes %s in little time', (_name, source) => {
    const startedAt = performance.now()
    readMarkdown(source)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  it('keeps the words of a text that is too long to read', () => {
    expect(readMarkdown('a'.repeat(1_000_001)).visible.text.length).toBe(1_000_001)
  })
})
