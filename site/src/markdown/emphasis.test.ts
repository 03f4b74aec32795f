import { Marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { cjkEmphasis } from './emphasis.ts'

const render = (source: string) => String(new Marked(cjkEmphasis).parseInline(source))

describe('emphasis beside Chinese punctuation', () => {
  it.each([
    ['**重要。**后', '<strong>重要。</strong>后'],
    ['前**“引文”**后', '前<strong>“引文”</strong>后'],
    ['前**《章程》**后', '前<strong>《章程》</strong>后'],
    ['前**（一）**后', '前<strong>（一）</strong>后'],
    ['**一、总则。**第一条', '<strong>一、总则。</strong>第一条'],
    ['他说：**“好！”**大家笑了。', '他说：<strong>“好！”</strong>大家笑了。'],
    ['**甲：**乙，**丙：**丁', '<strong>甲：</strong>乙，<strong>丙：</strong>丁'],
    ['前*（注）*后', '前<em>（注）</em>后'],
    ['~~删除。~~后', '<del>删除。</del>后'],
    ['前**(a)**后', '前<strong>(a)</strong>后'],
    ['前**"b"**后', '前<strong>&quot;b&quot;</strong>后'],
    ['前**100%**后', '前<strong>100%</strong>后'],
    ['**——**后', '<strong>——</strong>后'],
    ['中**粗*斜。*粗。**后', '中<strong>粗<em>斜。</em>粗。</strong>后'],
    ['***全部。***后', '<em><strong>全部。</strong></em>后'],
    ['日本**語。**です', '日本<strong>語。</strong>です'],
  ])('%s', (source, html) => {
    expect(render(source)).toBe(html)
  })
})

describe('emphasis elsewhere stays as CommonMark has it', () => {
  it.each([
    '**bold** *em* ***both***',
    'a**b**c',
    'snake_case_word and __init__ here',
    '2 * 3 * 4',
    '** not bold **',
    '*(em)*word',
    'a*"b"*c',
    '**a*b**c*',
    '~~gone~~ ~one~',
    '中文 **粗** 中文',
    '中文**粗**中文',
    '* * *',
    '2*3*4=24',
    '**',
    '*',
    '**a',
  ])('%s', (source) => {
    expect(render(source)).toBe(new Marked().parseInline(source))
  })
})

it('other users of marked keep its own rules', () => {
  render('**重要。**后')
  expect(new Marked().parseInline('**重要。**后')).toBe('**重要。**后')
})
