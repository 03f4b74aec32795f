import { describe, expect, it } from 'vitest'
import { build } from '../../src/content/testing/builders.ts'
import { readableOf } from './readable.ts'

const textOf = (body: string) =>
  readableOf('article', build('article', 'a', { body, source: null, responsibleEditor: null })).text

describe('a text in the words that readers see', () => {
  it.each([
    ['没有标记：**人工**智能、[链接](https://example.cn/abc)、`代码`', '没有标记：人工智能、链接、代码'],
    ['一行\n接着\n\n## 标题\n\n- 甲\n- 乙', '一行接着\n标题\n甲\n乙'],
    ['第一行  \n第二行', '第一行\n第二行'],
    ['| 姓名 | 班级 |\n|-|-|\n| 张三 | 路桥 |', '姓名\n班级\n张三\n路桥'],
    ['改革[^1]创新\n\n[^1]: 见通知。', '改革创新\n注释\n见通知。'],
    ['见[附件](/uploads/a.pdf)。', '见附件。'],
    ['![替代文字](/uploads/a.webp "图片说明")', '图片说明'],
    ['甲 &amp; 乙 &lt;丙&gt; 1 < 2', '甲 & 乙 <丙> 1 < 2'],
    ['<script>alert(1)</script>正文', '正文'],
    ['', ''],
  ])('%j is %j', (body, text) => {
    expect(textOf(body)).toBe(text)
  })
})

describe('what can be found of a document', () => {
  it('is everything that its page shows', () => {
    const policy = build('policy', 'p', {
      ...{
        title: '办法',
        documentNumber: '陕交院党〔2026〕12号',
        indexNumber: 'SX-001',
        issuer: '学院党委',
        subject: '组织工作',
      },
      ...{ body: '正文', interpretation: '解读', history: '2020年修订', summary: '摘要', tags: ['t'] },
    })
    expect(readableOf('policy', policy)).toEqual({
      title: '办法',
      number: '陕交院党〔2026〕12号',
      head: '办法\n陕交院党〔2026〕12号\nSX-001',
      text: '摘要\n正文\n解读\n学院党委\n组织工作\n2020年修订\n党委宣传部\n韩知秋',
      tags: ['t'],
    })
  })

  it('is a micropost by its text, a representative by name, post and hours', () => {
    expect(readableOf('micropost', build('micropost', 'm', { text: '今天的雪' }))).toMatchObject({ title: '今天的雪' })
    const { title, text } = readableOf(
      'representative',
      build('representative', 'r', { name: '李琳', receptionTime: '周三' }),
    )
    expect([title, text]).toEqual(['李琳', expect.stringContaining('周三')])
  })
})
