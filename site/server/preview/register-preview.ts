/** `/preview/?link=…`: a draft as its page would look, for whoever holds a link that the CMS signed a moment ago. */
import fs from 'node:fs/promises'
import path from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { fetchArrangement } from './arrangement.ts'
import { bannerOf, dress, messages, PREVIEW_STYLES } from './dress.ts'
import { previewHeaders } from './headers.ts'
import { checkLink, type PreviewGrant } from './link.ts'
import { createPreviewRenderer } from './renderer.ts'
import type { PreviewSettings } from './settings.ts'

const querySchema = z.object({ link: z.string().min(1) })

type Answer = { status: number; html: string }

const isCutOff = (error: unknown) => error instanceof Error && error.name === 'AbortError'

export function registerPreview(app: FastifyInstance, settings: PreviewSettings) {
  const { cmsUrl, publicationToken, previewSecret, distDir } = settings
  const renderer = createPreviewRenderer(settings)
  app.addHook('onClose', () => renderer.close())

  async function show(link: string, { expires }: PreviewGrant): Promise<Answer> {
    const arrangement = await fetchArrangement(cmsUrl, publicationToken, link).catch((error: unknown) => {
      app.log.warn({ err: error }, 'no answer to a preview link')
      return null
    })
    if (!arrangement) return { status: 503, html: messages.cmsAway() }
    try {
      const rendered = await renderer.render(arrangement)
      if (!rendered || rendered.status === 404) return { status: 200, html: messages.nowhere(arrangement.notes) }
      const banner = bannerOf({ ...arrangement, expires: new Date(expires) })
      return { status: 200, html: dress(rendered.html, banner) }
    } catch (error) {
      app.log.error({ err: error, target: arrangement.target }, 'preview failed')
      return { status: 500, html: isCutOff(error) ? messages.tooSlow() : messages.failed() }
    }
  }

  async function answer(link: string): Promise<Answer> {
    const checked = checkLink(link, previewSecret, new Date())
    if (checked.state === 'foreign') return { status: 403, html: messages.foreign() }
    if (checked.state === 'expired') return { status: 410, html: messages.expired() }
    return show(link, checked.grant)
  }

  const headers = previewHeaders(settings.deskOrigins)
  app.get('/preview/', { exposeHeadRoute: false }, async (request, reply) => {
    const asked = querySchema.safeParse(request.query)
    if (!asked.success) return reply.callNotFound()
    const { status, html } = await answer(asked.data.link)
    reply.removeHeader('x-frame-options').headers(headers)
    return reply.code(status).type('text/html; charset=utf-8').send(html)
  })
  app.get(PREVIEW_STYLES, async (_request, reply: FastifyReply) => {
    const styles = await fs.readFile(path.join(import.meta.dirname, 'preview.css'))
    return reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(styles)
  })
  app.register(staticFiles, {
    root: path.join(distDir, 'client', '_astro'),
    prefix: '/preview/_astro/',
    decorateReply: false,
    immutable: true,
    maxAge: '1y',
  })
}
