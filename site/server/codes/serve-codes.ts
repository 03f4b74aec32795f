/** `/qr/news/x.svg`: the address of the page `/news/x/` as a QR code. Pages that do not exist have none. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pathOf } from '../address.ts'
import type { LiveFiles } from '../live-files.ts'
import { standingPage } from '../standing-page.ts'
import { drawCode } from './draw-code.ts'

const CODE = /^\/qr(\/.*)\.svg$/
const KEEP_A_DAY = 'public, max-age=86400'

type Context = {
  files: LiveFiles
  siteUrl: string
  sendNotFound: (request: FastifyRequest, reply: FastifyReply) => unknown
}

export function serveCodes(app: FastifyInstance, { files, siteUrl, sendNotFound }: Context) {
  app.get('/qr/*', async (request, reply) => {
    const [, page] = CODE.exec(pathOf(request.raw.url ?? '')) ?? []
    if (!page || !(await standingPage(files, `${page}/`))) return sendNotFound(request, reply)
    reply.header('cache-control', KEEP_A_DAY).type('image/svg+xml')
    return reply.send(drawCode(new URL(`${page}/`, siteUrl).href))
  })
}
