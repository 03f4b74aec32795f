/** Texts that want more than to be read. Nothing may survive that runs, loads or takes over the page. */
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './render.ts'
import { attacks } from './testing/attacks.ts'

const html = (source: string) => renderMarkdown(source).html

const runs =
  /<(?:script|style|iframe|object|embed|form|svg|math|base|meta|link|button|textarea|noscript|template|details)[\s>/]/i
const inTag = (rendered: string, pattern: RegExp) =>
  (rendered.match(/<[a-z][^>]*>/gi) ?? []).some((tag) => pattern.test(tag))

/** Tags with the values of their attributes cut out, so that quoted text is not taken for an attribute. */
const bare = (rendered: string) => rendered.replaceAll(/="[^"]*"/g, '=""')

describe('hostile texts', () => {
  it.each(attacks)('%s', (source) => {
    const rendered = html(source)
    expect(rendered).not.toMatch(runs)
    expect(inTag(bare(rendered), /\son\w+\s*=/i)).toBe(false)
    expect(inTag(bare(rendered), /\sstyle\s*=/i)).toBe(false)
    expect(inTag(rendered, /(?:href|src)="(?:\s*(?:javascript|data|vbscript|file):|\/\/|\\)/i)).toBe(false)
    expect(inTag(rendered, /<(?:img|video|audio)[^>]*src="(?!\/uploads\/(?!\.\.))/i)).toBe(false)
    expect(inTag(rendered, /id="(?!s-)/)).toBe(false)
    expect(
      inTag(rendered, /class="(?!attachment"|external"|facts"|footnotes|table-scroll|video"|audio"|right"|center")/),
    ).toBe(false)
  })

  it.each([
    ['</div></main></body></html>后文', '后文'],
    ['<p>一<p>二', /<p>一<\/p><p>二<\/p>/],
    ['<table><tr><td>一', /<td>一<\/td><\/tr><\/table><\/div>/],
    ['<u>一', /<u>一<\/u>/],
    ['一</u></strong></p></section>', /^<p>一<\/p>/],
    ['<b><i>一</b></i>', /^<p><b><i>一<\/i><\/b>/],
  ])('unbalanced %s is closed', (source, expected) => {
    const rendered = html(source).trim()
    if (typeof expected === 'string') expect(rendered).toBe(expected)
    else expect(rendered).toMatch(expected)
    for (const name of ['p', 'u', 'table', 'div', 'strong', 'b', 'i'])
      expect(rendered.split(`<${name}>`).length + rendered.split(`<${name} `).length).toBe(
        rendered.split(`</${name}>`).length + 1,
      )
  })
})

describe('large texts', () => {
  const law =
    `## 第一章 总则\n\n${'第一条 为了规范，**制定本法。**根据宪法，参见[办法](/news/)。\n\n'.repeat(60)}`.repeat(45)

  it('of 300 KB keep every heading and stay quick', () => {
    expect(Buffer.byteLength(law)).toBeGreaterThan(200_000)
    const started = performance.now()
    const { html: rendered, headings } = renderMarkdown(law)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(headings).toHaveLength(45)
    expect(rendered.match(/<strong>制定本法。<\/strong>根据/g)).toHaveLength(2700)
  })

  it.each([
    ['marks', '**a '.repeat(75_000)],
    ['brackets', '['.repeat(300_000)],
    ['underscores', '_a'.repeat(150_000)],
    ['angles', '<'.repeat(300_000)],
    ['pictures', '![a]('.repeat(60_000)],
    ['quotes', '> '.repeat(100_000)],
    ['tags', '<u>'.repeat(100_000)],
    ['open tags', '<a '.repeat(100_000)],
    ['nested lists', Array.from({ length: 700 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['paragraphs at the bound', `${'_a'.repeat(9_999)}\n\n`.repeat(3)],
  ])(
    'of nothing but %s end',
    (_name, source) => {
      const started = performance.now()
      expect(html(source)).not.toMatch(runs)
      expect(performance.now() - started).toBeLessThan(30_000)
    },
    60_000,
  )
})
