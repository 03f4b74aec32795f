/** Markdown → text → Markdown: nothing is lost, and the second time nothing changes. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MarkName, RichNode } from './nodes'
import { readMarkdown } from './read-markdown'
import { writeMarkdown } from './write-markdown'

const normalised = (markdown: string) => writeMarkdown(readMarkdown(markdown))

describe('spelt as it comes back', () => {
  it.each([
    '**重要。**后文，*着重*，~~删去~~，`代码`。',
    '## 一、总则\n\n　　缩进的段落。\n\n1\\. 不是列表',
    '水是 H<sub>2</sub>O，面积 5 m<sup>2</sup>，<u>下划线</u>。',
    '- 一\n- 二\n  - 二之一\n\n1. 甲\n2. 乙',
    '3. 从三开始\n4. 接着',
    '- [x] 做完\n- [ ] 没做',
    '> 引文\n>\n> 第二段',
    '| 支部 | 结果 |\n| - | :-: |\n| 道桥<br>教研室 | **通过** |\n| 测绘 | a \\| b |',
    '![替代文字](/uploads/x.jpg "图片说明")',
    '![课](/uploads/x.mp4)\n\n![](/uploads/x.mp3 "录音")',
    '见[章程.docx](/uploads/a.docx)、[要闻](/go/article/abc123)、<https://example.cn>。',
    '正文[^1]再[^2]。\n\n[^1]: 甲\n\n[^2]: 乙\n\n    第二段',
    '<table>\n<tr><th colspan="2">合并</th></tr>\n<tr><td align="right">1</td><td>2<br>3 <strong>粗</strong></td></tr>\n</table>',
    '```js\nconst x = 1\n\n\nconst y\n```',
    '第一行\\\n第二行',
    '---',
    '**粗*斜*粗** [**链接**](https://a.example/ "题")',
    '',
  ])('%s', (markdown) => {
    expect(normalised(markdown)).toBe(markdown)
  })
})

describe('brought into one spelling', () => {
  it.each([
    ['# 一级', '## 一级'],
    ['##### 五级', '#### 五级'],
    ['* 星\n* 号', '- 星\n- 号'],
    ['__粗__ _斜_', '**粗** *斜*'],
    ['一行\n接着', '一行接着'],
    ['one\ntwo', 'one two'],
    ['行尾  \n下行', '行尾\\\n下行'],
    ['见 https://example.cn/a。谢谢', '见 <https://example.cn/a>。谢谢'],
    ['[题][b]\n\n[b]: https://b.example/', '[题](https://b.example/)'],
    ['后[^b]先[^a]\n\n[^a]: 甲\n\n[^b]: 乙', '后[^1]先[^2]\n\n[^1]: 乙\n\n[^2]: 甲'],
    ['<table><tr><th>甲</th></tr><tr><td>乙</td></tr></table>', '| 甲 |\n| - |\n| 乙 |'],
    ['<div>字<b>粗</b></div>', '字**粗**'],
    ['** 空 ** 格', '\\*\\* 空 \\*\\* 格'],
  ])('%s', (before, after) => {
    expect(normalised(before)).toBe(after)
    expect(normalised(after)).toBe(after)
  })

  it('never writes an address that nothing stands behind', () => {
    const figure = (src: string): RichNode => ({ type: 'figure', attrs: { src, alt: '', title: '' } })
    const doc = {
      type: 'doc',
      content: [figure('data:image/png;base64,x'), figure('blob:x'), figure('/uploads/a.png')],
    }
    expect(writeMarkdown(doc)).toBe('![](/uploads/a.png)')
  })
})

describe('real texts', () => {
  const sample = path.resolve(import.meta.dirname, '../../../sample')
  const texts = readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file, readFileSync(path.join(sample, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')] as const)

  const words = (text: string) => text.replace(/<!--[\s\S]*?-->|[\s\\*_#|:<>&;!~`\-[\]()"$=./x]/g, '')

  it('are there', () => expect(texts.length).toBeGreaterThan(60))

  it.each(texts)('%s', (_file, text) => {
    const once = normalised(text)
    expect(normalised(once)).toBe(once)
    expect(words(once)).toBe(words(text))
    expect(readMarkdown(once)).toEqual(readMarkdown(text))
  })
})

const text = fc
  .oneof(
    fc.constantFrom(
      '重要。',
      '“引”',
      '（一）',
      '1. ',
      '- ',
      '# 井',
      '* 星',
      '> 大',
      'a_b_c',
      '**',
      '`',
      '[x]',
      '|',
      '\\',
      '<u>',
      '&amp;',
      'www.a.cn',
      'https://a.cn/b。',
      '[^1]',
      '~~',
      '!',
      '$x$',
      '---',
      '===',
      '+ 加',
      '2) ',
      'a@b.cn',
      '　　',
      ':',
      '{}',
      '\u00a0',
    ),
    // a backslash before a letter that has to be written as an entity is beyond mdast's writer
    fc.string({ minLength: 1, maxLength: 6 }).map((value) => value.replaceAll('\\', '')),
    fc.string({
      unit: fc.constantFrom('中', '文', '，', '。', ' ', 'a', '*', '_', '`', '！'),
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map((value) => value.replace(/[\r\n\t\v\f\0\u2028\u2029]/g, ''))

const markNames: MarkName[] = ['bold', 'italic', 'strike', 'underline', 'subscript', 'superscript', 'code']
const marks = fc.subarray(markNames, { maxLength: 2 }).map((names) => names.map((type) => ({ type })))
const link = { type: 'link' as const, attrs: { href: 'https://a.example/b', title: null } }
const inline: fc.Arbitrary<RichNode> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(text, marks, fc.boolean())
      .map(([value, held, isLink]) => ({ type: 'text', text: value, marks: isLink ? [link, ...held] : held })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: fc.constant({ type: 'inlineImage', attrs: { src: '/uploads/a.png', alt: '替*代', title: '' } }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'footnoteRef', attrs: { label: '1' } }) },
)
const line = fc.array(inline, { maxLength: 5 })
const cellPara = line.map((nodes) => ({
  type: 'paragraph',
  content: nodes.filter(({ type }) => type !== 'footnoteRef'),
}))
const para = line.map((content) => ({ type: 'paragraph', content }))
const { block } = fc.letrec<{ block: RichNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    para,
    fc
      .tuple(fc.constantFrom(2, 3, 4), line)
      .map(([level, content]) => ({ type: 'heading', attrs: { level }, content })),
    fc
      .tuple(
        fc.constantFrom('bulletList', 'orderedList'),
        fc.array(fc.tuple(para, fc.array(tie('block'), { maxLength: 2 })), { minLength: 1, maxLength: 3 }),
      )
      .map(([type, items]) => ({
        type,
        attrs: { start: 1 },
        content: items.map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
      })),
    fc.array(para, { minLength: 1, maxLength: 3 }).map((items) => ({
      type: 'taskList',
      content: items.map((item) => ({ type: 'taskItem', attrs: { checked: true }, content: [item] })),
    })),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'blockquote', content })),
    fc
      .tuple(fc.boolean(), fc.array(fc.tuple(cellPara, cellPara), { minLength: 1, maxLength: 3 }))
      .map(([head, rows]) => ({
        type: 'table',
        content: rows.map((cells, index) => ({
          type: 'tableRow',
          content: cells.map((cell) => ({
            type: head && index === 0 ? 'tableHeader' : 'tableCell',
            attrs: { colspan: 1, rowspan: 1, align: null },
            content: [cell],
          })),
        })),
      })),
    fc.constant({ type: 'figure', attrs: { src: '/uploads/a b.png', alt: '替 [代]', title: '说"明' } }),
    fc.constant({ type: 'horizontalRule' }),
    text.map((value) => ({
      type: 'codeBlock',
      attrs: { language: null },
      content: [{ type: 'text', text: value || 'x' }],
    })),
  ),
}))
const notes = {
  type: 'footnotes',
  content: [
    {
      type: 'footnote',
      attrs: { label: '1' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '注' }] }],
    },
  ],
}

const lettersOf = (node: RichNode): string => (node.text ?? '') + (node.content ?? []).map(lettersOf).join('')
const bare = (value: string) => value.replace(/[\s\u00a0\u3000]/g, '')

it('loses no letter of a hostile text, and comes to rest', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const doc = { type: 'doc', content: [...blocks, notes] }
      const markdown = writeMarkdown(doc)
      const again = readMarkdown(markdown)
      expect(bare(lettersOf(again))).toBe(bare(lettersOf(doc)))
      const settled = writeMarkdown(again)
      expect(normalised(settled)).toBe(settled)
    }),
    { numRuns: Number(process.env.RICH_TEXT_RUNS ?? 300) },
  )
}, 120_000)
