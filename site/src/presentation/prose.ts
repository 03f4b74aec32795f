import type { Media } from '../content/documents.ts'
import { publicAddress } from '../content/queries/documents.ts'
import { type RenderedMarkdown, renderMarkdown } from '../markdown/render.ts'
import { rememberRendered } from './rendered-lately.ts'

const render = rememberRendered(renderMarkdown)

/** What Markdown puts between blocks; in a `<pre>` none of these tags can end. */
const BREAK_AFTER_BLOCK = /(<\/(?:p|h[1-6]|ul|ol|figure|table|blockquote)>)\n(?=<)/g

/** The text of a document for its page; links to other documents lead to their address of today. */
export const prose = (source: string | null, media: readonly Media[], idPrefix?: string): RenderedMarkdown => {
  const rendered = render(source ?? '', { media, resolve: publicAddress, ...(idPrefix !== undefined && { idPrefix }) })
  return { ...rendered, html: rendered.html.replaceAll(BREAK_AFTER_BLOCK, '$1') }
}
