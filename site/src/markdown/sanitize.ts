/** The last step: whatever came before, only this leaves. */
import sanitizeHtml from 'sanitize-html'

/** Tags that a text may write as HTML; pictures, links and media have a Markdown form and go through the renderer. */
const rawTags = new Set(
  'u sub sup br table caption colgroup col thead tbody tfoot tr th td p ul ol li strong b em i s del blockquote hr'.split(
    ' ',
  ),
)
/** Left for sanitize-html, which removes them together with their content. */
const contentToo = new Set([
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'template',
  'iframe',
  'title',
  'svg',
  'math',
])

export const withoutForeignTags = (html: string): string =>
  html.replace(/<\/?([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi, (found, name: string) =>
    rawTags.has(name.toLowerCase()) || contentToo.has(name.toLowerCase()) ? found : '',
  )

const cell = ['colspan', 'rowspan']
const alignments = ['right', 'center']

/** `align` is obsolete HTML, and a style would break the security policy. */
const alignedByClass = (tagName: string, { align, ...attribs }: Record<string, string>) => ({
  tagName,
  attribs: align !== undefined && alignments.includes(align) ? { ...attribs, class: align } : attribs,
})

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...rawTags,
    ...'h2 h3 h4 a picture source img figure figcaption video audio track pre code section div span input'.split(' '),
  ],
  nonTextTags: [...contentToo],
  allowedAttributes: {
    a: ['href', 'title', 'rel', 'download', 'id', 'aria-label', 'aria-describedby'],
    img: ['src', 'alt', 'title', 'width', 'height', 'loading', 'fetchpriority', 'decoding'],
    source: ['type', 'srcset', 'sizes'],
    video: ['src', 'controls', 'preload', 'width', 'height', 'aria-label'],
    audio: ['src', 'controls', 'preload', 'aria-label'],
    th: [...cell],
    td: [...cell],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    ol: ['start'],
    li: ['id'],
    input: [{ name: 'type', values: ['checkbox'] }, 'checked', 'disabled', 'aria-label'],
  },
  allowedClasses: {
    a: ['attachment', 'external', 'ref', 'backref'],
    figure: ['video', 'audio'],
    span: ['facts'],
    section: ['footnotes'],
    h2: ['footnotes-title'],
    th: alignments,
    td: alignments,
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [], source: [], video: [], audio: [] },
  allowProtocolRelative: false,
  selfClosing: ['img', 'br', 'hr', 'col', 'input', 'source', 'track'],
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    th: alignedByClass,
    td: alignedByClass,
    input: (_name, attributes) => ({
      tagName: 'input',
      attribs: {
        ...{ type: 'checkbox', disabled: 'disabled', 'aria-label': 'checked' in attributes ? '已完成' : '未完成' },
        ...('checked' in attributes && { checked: 'checked' }),
      },
    }),
  },
  exclusiveFilter: ({ tag: name, attribs }) =>
    (['img', 'video', 'audio'].includes(name) && !attribs.src) || (name === 'input' && attribs.type !== 'checkbox'),
}

const ROW = /<tr>[\s\S]*?<\/tr>/g
const HEADER_CELL = /<th(?=[\s>])/g

/** Tables scroll by themselves, as groups: landmarks would be too many. Every header cell says what it heads. */
const withAccessibleTables = (html: string): string => {
  let number = 0
  return html
    .replace(ROW, (row) => row.replace(HEADER_CELL, row.includes('<td') ? '<th scope="row"' : '<th scope="col"'))
    .replaceAll('<table>', () => {
      number += 1
      return `<div class="table-scroll" role="group" aria-label="表格 ${number}" tabindex="0"><table>`
    })
    .replaceAll('</table>', '</table></div>')
}

export const sanitized = (html: string): string => withAccessibleTables(sanitizeHtml(html, options))
