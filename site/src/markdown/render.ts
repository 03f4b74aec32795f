/** Markdown as editors write it → the HTML of a page. */
import { Marked, type MarkedExtension, type Tokens } from 'marked'
import markedFootnote from 'marked-footnote'
import { getHeadingList, gfmHeadingId } from 'marked-gfm-heading-id'
import { boundedParagraphs, MOST_CHARACTERS } from './bounds.ts'
import { cjkAddresses, withoutSoftBreaks } from './chinese.ts'
import { cjkEmphasis } from './emphasis.ts'
import { extensionOf, fileFacts, isUpload, type MediaFacts, mediaTypeOf } from './files.ts'
import { escaped, tag, unescaped } from './html.ts'
import { pictureHtml } from './picture.ts'
import { sanitized, withoutForeignTags } from './sanitize.ts'

export interface MarkdownContext {
  /** the files the text points to, for sizes and names */
  media?: readonly MediaFacts[]
  /** today's address of `/go/<kind>/<documentId>`, null when it is gone */
  resolve?: (kind: string, documentId: string) => string | null
  /** distinguishes several texts of one page */
  idPrefix?: string
}

/** `openingPicture`: the address of the picture that a page opens with, which is loaded at once. */
type RenderContext = MarkdownContext & { openingPicture?: string | undefined }

export interface Heading {
  id: string
  level: 2 | 3 | 4
  text: string
}

export interface RenderedMarkdown {
  html: string
  headings: Heading[]
}

const SAFE_LINK = /^(?:https?:|mailto:|tel:|\/(?!\/)|#|\?|[^:/?#\\]+(?:[/?#]|$))[^\\]*$/i
const GO_LINK = /^\/go\/([a-z-]+)\/([A-Za-z0-9]+)(#.*)?$/

const media = (image: Pick<Tokens.Image, 'href' | 'text' | 'title'>, context: RenderContext): string => {
  const { href, title } = image
  const facts = context.media?.find(({ url }) => url === href)
  const alt = image.text || facts?.alternativeText || ''
  const size = { width: facts?.width, height: facts?.height }
  const type = mediaTypeOf(href)
  if (!isUpload(href)) return SAFE_LINK.test(href) ? link(href, escaped(alt || href), null, context) : escaped(alt)
  if (type === 'image') {
    const picture = {
      url: href,
      width: facts?.width ?? null,
      height: facts?.height ?? null,
      sources: facts?.sources ?? [],
    }
    return pictureHtml(picture, { alt, place: 'body', eager: href === context.openingPicture })
  }
  const label = { 'aria-label': alt || title || null }
  return tag(type, { src: href, controls: true, preload: 'metadata', ...(type === 'video' && size), ...label }, '')
}

const figure = (image: Tokens.Image, context: RenderContext): string => {
  const type = mediaTypeOf(image.href)
  const content = media(image, context)
  if (!isUpload(image.href)) return `<p>${content}</p>\n`
  const caption = image.title ? tag('figcaption', {}, escaped(image.title)) : ''
  return `${tag('figure', { class: type === 'image' ? null : type }, content + caption)}\n`
}

const link = (href: string, content: string, title: string | null | undefined, context: MarkdownContext): string => {
  const [, kind, documentId, fragment = ''] = GO_LINK.exec(href) ?? []
  if (kind && documentId) {
    const address = context.resolve?.(kind, documentId) ?? null
    return address === null ? content : tag('a', { href: address + fragment, title }, content)
  }
  if (!SAFE_LINK.test(href)) return content
  if (isUpload(href)) {
    const facts = context.media?.find(({ url }) => url === href)
    // Browsers show a PDF; anything else is saved, under the name that the editor knows.
    const download = facts && extensionOf(href) !== 'pdf' ? facts.name : null
    const described = fileFacts(href, facts)
    const suffix = described === '' ? '' : tag('span', { class: 'facts' }, `（${escaped(described)}）`)
    return tag('a', { class: 'attachment', href, title, download }, content + suffix)
  }
  const external = /^https?:/i.test(href)
  return tag('a', { href, title, rel: external ? 'noopener' : null, class: external ? 'external' : null }, content)
}

const LINK_OR_PICTURE = /<a href="([^"<>]*)">([\s\S]*?)<\/a>|<img src="([^"<>]*)" alt="([^"<>]*)">/g

/** Within a table that is HTML, links and pictures take the way of all others. */
const rawHtml = (html: string, context: RenderContext): string => {
  if (!html.trimStart().startsWith('<table')) return withoutForeignTags(html)
  let [written, end] = ['', 0]
  for (const { 0: found, 1: href, 2: content = '', 3: src, 4: alt = '', index } of html.matchAll(LINK_OR_PICTURE)) {
    written += withoutForeignTags(html.slice(end, index))
    if (href !== undefined) written += link(unescaped(href), withoutForeignTags(content), null, context)
    else written += media({ href: unescaped(src ?? ''), text: unescaped(alt), title: null }, context)
    end = index + found.length
  }
  return written + withoutForeignTags(html.slice(end))
}

const rendererFor = (context: RenderContext): MarkedExtension => ({
  walkTokens(token) {
    if (token.type === 'text' && !token.tokens) token.text = withoutSoftBreaks(token.text)
  },
  renderer: {
    paragraph({ tokens }) {
      const [only] = tokens
      if (tokens.length === 1 && only?.type === 'image') return figure(only as Tokens.Image, context)
      return false
    },
    image(token) {
      return media(token, context)
    },
    link({ href, title, tokens }) {
      return link(href, this.parser.parseInline(tokens), title, context)
    },
    html({ text }) {
      return rawHtml(text, context)
    },
  },
})

const OPENING_PICTURE = /^\s*!\[[^\]]*\]\(\s*<?([^\s)>]+)/

const headingLevel = (depth: number): 2 | 3 | 4 => (depth <= 2 ? 2 : depth === 3 ? 3 : 4)

/** What a text says when it nests deeper than the parser can follow: its own characters, in paragraphs. */
const asPlainText = (source: string): string =>
  source
    .split(/\n{2,}/)
    .map((paragraph) => tag('p', {}, escaped(paragraph)))
    .join('\n')

export const renderMarkdown = (source: string, context: MarkdownContext = {}): RenderedMarkdown => {
  if (source.length > MOST_CHARACTERS) return { html: asPlainText(source), headings: [] }
  const prefix = context.idPrefix ?? 's-'
  // One instance a text: the footnote extension keeps state, and a text that fails must not leave it behind.
  const marked = new Marked(
    boundedParagraphs,
    cjkEmphasis,
    cjkAddresses,
    gfmHeadingId({ prefix }),
    markedFootnote({
      prefixId: `${prefix}note-`,
      description: '注释',
      headingClass: 'footnotes-title',
      backRefLabel: '回到正文中的注释 {0}',
    }),
    rendererFor({ ...context, openingPicture: context.idPrefix ? undefined : OPENING_PICTURE.exec(source)?.[1] }),
  )
  try {
    const html = String(marked.parse(source))
    const headings = getHeadingList().map(({ level, id, raw }) => ({ id, level: headingLevel(level), text: raw }))
    return { html: sanitized(html), headings }
  } catch (error) {
    if (error instanceof RangeError) return { html: asPlainText(source), headings: [] }
    throw error
  }
}
