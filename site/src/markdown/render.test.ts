import { describe, expect, it } from 'vitest'
import type { MediaFacts } from './files.ts'
import { type MarkdownContext, renderMarkdown } from './render.ts'

const fact = (url: string, changes: Partial<MediaFacts> = {}): MediaFacts => ({
  url,
  name: '原名.docx',
  ext: `.${url.split('.').at(-1)}`,
  size: 53_000,
  width: null,
  height: null,
  alternativeText: null,
  ...changes,
})

const context: MarkdownContext = {
  media: [
    fact('/uploads/rules.docx'),
    fact('/uploads/rules.pdf', { name: '章程.pdf', size: 1_900_000 }),
    fact('/uploads/bridge.jpg', { width: 960, height: 540, alternativeText: '双塔斜拉桥' }),
    fact('/uploads/talk.mp4', { width: 1280, height: 720 }),
  ],
  resolve: (kind, id) => (kind === 'article' && id === 'abc123' ? '/news/20261120-1/' : null),
}
const html = (source: string) => renderMarkdown(source, context).html.trim()

describe('text', () => {
  it.each([
    ['第一行\n第二行', '<p>第一行第二行</p>'],
    ['first\nsecond', '<p>first\nsecond</p>'],
    ['“引号”\n（括号）', '<p>“引号”（括号）</p>'],
    ['A &amp; B &lt; C', '<p>A &amp; B &lt; C</p>'],
    ['1 < 2 & 3', '<p>1 &lt; 2 &amp; 3</p>'],
    ['行\\\n换行', '<p>行<br />换行</p>'],
    [
      'H<sub>2</sub>O，<u>下划线</u>，m<sup>2</sup>，一<br>二',
      '<p>H<sub>2</sub>O，<u>下划线</u>，m<sup>2</sup>，一<br />二</p>',
    ],
    ['> 支部会要开在问题发生的地方。', '<blockquote>\n<p>支部会要开在问题发生的地方。</p>\n</blockquote>'],
    ['3. 三\n4. 四', '<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>'],
    ['`代码`', '<p><code>代码</code></p>'],
  ])('%j', (source, expected) => {
    expect(html(source)).toBe(expected)
  })

  it('ticks boxes that readers cannot change', () => {
    expect(html('- [x] 已办\n- [ ] 待办')).toContain(
      '<input type="checkbox" disabled="disabled" aria-label="已完成" checked="checked" /> 已办',
    )
  })

  it('is empty for an empty text', () => {
    expect(renderMarkdown('')).toEqual({ html: '', headings: [] })
  })
})

describe('headings', () => {
  it('get Chinese ids, stay between level 2 and 4, and make the table of contents', () => {
    const { html: rendered, headings } = renderMarkdown(
      '# 总则\n\n## 第一章 总 则\n\n### **目的**\n\n###### 末级\n\n## 第一章 总 则',
    )
    expect(headings).toEqual([
      { id: 's-总则', level: 2, text: '总则' },
      { id: 's-第一章-总-则', level: 2, text: '第一章 总 则' },
      { id: 's-目的', level: 3, text: '目的' },
      { id: 's-末级', level: 4, text: '末级' },
      { id: 's-第一章-总-则-1', level: 2, text: '第一章 总 则' },
    ])
    expect(rendered).toContain('<h3 id="s-目的"><strong>目的</strong></h3>')
    expect(rendered).not.toContain('<h1')
  })

  it('of two texts of one page do not collide', () => {
    expect(renderMarkdown('## 总则', { idPrefix: 'i-' }).html).toContain('id="i-总则"')
  })

  it('are those of this text alone', () => {
    renderMarkdown('## 甲')
    expect(renderMarkdown('## 乙').headings.map(({ text }) => text)).toEqual(['乙'])
  })
})

describe('figures and media', () => {
  it.each([
    [
      '![双塔](/uploads/bridge.jpg "图 1 主塔")',
      '<figure><img src="/uploads/bridge.jpg" alt="双塔" width="960" height="540" fetchpriority="high" /><figcaption>图 1 主塔</figcaption></figure>',
    ],
    [
      '![](/uploads/bridge.jpg)',
      '<figure><img src="/uploads/bridge.jpg" alt="双塔斜拉桥" width="960" height="540" fetchpriority="high" /></figure>',
    ],
    [
      '文字 ![图](/uploads/other.png) 文字',
      '<p>文字 <img src="/uploads/other.png" alt="图" loading="lazy" /> 文字</p>',
    ],
    [
      '![会议录像](/uploads/talk.mp4 "录像")',
      '<figure class="video"><video src="/uploads/talk.mp4" controls preload="metadata" width="1280" height="720" aria-label="会议录像"></video><figcaption>录像</figcaption></figure>',
    ],
    [
      '![录音](/uploads/talk.mp3)',
      '<figure class="audio"><audio src="/uploads/talk.mp3" controls preload="metadata" aria-label="录音"></audio></figure>',
    ],
    [
      '![<b>"](/uploads/x.png "a\\"b")',
      '<figure><img src="/uploads/x.png" alt="&lt;b&gt;&quot;" fetchpriority="high" /><figcaption>a"b</figcaption></figure>',
    ],
  ])('%s', (source, expected) => {
    expect(html(source)).toBe(expected)
  })

  it('pictures from elsewhere become links', () => {
    expect(html('![外图](https://example.org/a.png)')).toBe(
      '<p><a href="https://example.org/a.png" rel="noopener" class="external">外图</a></p>',
    )
  })
})

describe('links', () => {
  it.each([
    [
      '[办法](/uploads/rules.docx)',
      '<p><a class="attachment" href="/uploads/rules.docx" download="原名.docx">办法<span class="facts">（DOCX · 52 KB）</span></a></p>',
    ],
    [
      '[章程](/uploads/rules.pdf)',
      '<p><a class="attachment" href="/uploads/rules.pdf">章程<span class="facts">（PDF · 1.8 MB）</span></a></p>',
    ],
    [
      '[表](/uploads/unknown.xlsx)',
      '<p><a class="attachment" href="/uploads/unknown.xlsx">表<span class="facts">（XLSX）</span></a></p>',
    ],
    ['[要闻](/go/article/abc123)', '<p><a href="/news/20261120-1/">要闻</a></p>'],
    ['[要闻](/go/article/abc123#s-一)', '<p><a href="/news/20261120-1/#s-一">要闻</a></p>'],
    ['[已撤](/go/article/gone)。', '<p>已撤。</p>'],
    ['[怪](/go/nothing/abc123)', '<p>怪</p>'],
    ['[外](https://example.org/)', '<p><a href="https://example.org/" rel="noopener" class="external">外</a></p>'],
    ['[信](mailto:a@example.org)', '<p><a href="mailto:a@example.org">信</a></p>'],
    ['[站内](/news/)', '<p><a href="/news/">站内</a></p>'],
    [
      '见 https://example.org/a。谢谢',
      '<p>见 <a href="https://example.org/a" rel="noopener" class="external">https://example.org/a</a>。谢谢</p>',
    ],
    [
      '（https://example.org）',
      '<p>（<a href="https://example.org" rel="noopener" class="external">https://example.org</a>）</p>',
    ],
  ])('%s', (source, expected) => {
    expect(html(source)).toBe(expected)
  })
})

describe('tables', () => {
  it('may hold links and pictures where they are HTML', () => {
    const table = (cell: string) => html(`<table>\n<tr><td colspan="2">${cell}</td></tr>\n</table>`)
    expect(table('<a href="/go/article/abc123">要<strong>闻</strong></a>')).toContain(
      '<a href="/news/20261120-1/">要<strong>闻</strong></a>',
    )
    expect(table('<img src="/uploads/a.png" alt="图&quot;">')).toContain('<img src="/uploads/a.png" alt="图&quot;"')
    expect(table('<a href="javascript:x()">点</a><a onclick="x" href="/news/">乙</a>')).toContain(
      '<td colspan="2">点乙</td>',
    )
  })

  it('scroll by themselves and say what a header heads', () => {
    expect(html('| 项目 | 金额 |\n|---|--:|\n| 一<br>二 | 3 |').replaceAll('\n', '')).toBe(
      '<div class="table-scroll" role="group" aria-label="表格 1" tabindex="0"><table>' +
        '<thead><tr><th scope="col">项目</th><th scope="col" class="right">金额</th></tr></thead>' +
        '<tbody><tr><td>一<br />二</td><td class="right">3</td></tr></tbody></table></div>',
    )
  })

  it('with merged cells keep them and nothing else', () => {
    const source =
      '<table border="1" style="x"><tr><th colspan="2" onclick="x">甲</th></tr><tr><th rowspan="2">乙</th><td align="center">丙</td></tr></table>'
    expect(html(source)).toBe(
      '<div class="table-scroll" role="group" aria-label="表格 1" tabindex="0"><table>' +
        '<tr><th scope="col" colspan="2">甲</th></tr>' +
        '<tr><th scope="row" rowspan="2">乙</th><td class="center">丙</td></tr></table></div>',
    )
  })
})

describe('footnotes', () => {
  it('are linked both ways and stand at the end', () => {
    const rendered = html('正文[^甲]。再[^1]。\n\n[^甲]: 注一，**好。**了\n[^1]: 注二')
    expect(rendered).toContain('<h2 id="s-note-label" class="footnotes-title">注释</h2>')
    expect(rendered).toContain('<strong>好。</strong>了')
    const ids = [...rendered.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    const targets = [...rendered.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.every((target) => ids.includes(target))).toBe(true)
    expect(targets).toHaveLength(4)
  })

  it('without definition stay as written', () => {
    expect(html('正文[^9]')).toBe('<p>正文[^9]</p>')
  })
})
