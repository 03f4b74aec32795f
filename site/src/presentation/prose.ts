import type { Media } from '../content/documents.ts'
import { publicAddress } from '../content/queries/documents.ts'
import { type RenderedMarkdown, renderMarkdown } from '../markdown/render.ts'
import { rememberRendered } from './rendered-lately.ts'

const render = rememberRendered(renderMarkdown)

/** The text of a document for its page; links to other documents lead to their address of today. */
export const prose = (source: string | null, media: readonly Media[], idPrefix?: string): RenderedMarkdown =>
  render(source ?? '', { media, resolve: publicAddress, ...(idPrefix !== undefined && { idPrefix }) })
