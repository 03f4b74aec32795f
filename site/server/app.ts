/** The portal's own server: the live tree as files, `/api` and `/uploads` passed to the CMS. */
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import compress from '@fastify/compress'
import httpProxy from '@fastify/http-proxy'
import staticFiles from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify'
import { cacheControlOf, contentTypeOf, securityHeaders } from './headers.ts'
import type { ServerSettings } from './settings.ts'

const COMPRESS_FROM_BYTES = 512
const UPLOADS_KEPT = 'public, max-age=3600'
const UPLOADS_POLICY = "script-src 'none'; frame-ancestors 'self'"
const CLOSED_TO_THE_PUBLIC = /^\/api\/publication(?:\/|$)/i

const plainPage = (title: string, sentence: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${sentence}</p></html>`

async function sendNotFound(reply: FastifyReply, liveDir: string) {
  const file = path.join(liveDir, '404.html')
  reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8')
  const isThere = await fs.stat(file).catch(() => null)
  if (isThere) return reply.code(404).send(createReadStream(file))
  reply.code(503).header('retry-after', '5')
  return reply.send(plainPage('门户正在准备', '页面马上就好，请过几秒再刷新。'))
}

function cmsIsAway(reply: FastifyReply) {
  const error = {
    status: 503,
    name: 'ServiceUnavailable',
    message: '内容服务暂时没有响应，请稍后再试。',
    details: { code: 'CMS_AWAY' },
  }
  reply.code(503).header('retry-after', '5').send({ data: null, error })
}

function passToCms(app: FastifyInstance, prefix: string, cmsUrl: string) {
  app.register(httpProxy, {
    upstream: cmsUrl,
    prefix,
    rewritePrefix: prefix,
    replyOptions: {
      onError: (reply) => cmsIsAway(reply as unknown as FastifyReply),
      rewriteHeaders: (headers) => {
        const { 'x-powered-by': _software, ...kept } = headers
        if (prefix !== '/uploads') return kept
        return { ...kept, 'cache-control': UPLOADS_KEPT, 'content-security-policy': UPLOADS_POLICY }
      },
    },
  })
}

export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const { liveDir, cmsUrl, logLevel } = settings
  const app = Fastify({
    logger: { level: logLevel, base: { process: 'server' } },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: false },
    // a browser's idle connection must not hold a stop up
    forceCloseConnections: true,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    if (CLOSED_TO_THE_PUBLIC.test(decodedPath(request.url))) return sendNotFound(reply, liveDir)
  })
  await app.register(compress, { threshold: COMPRESS_FROM_BYTES, encodings: ['br', 'gzip'] })
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  passToCms(app, '/api', cmsUrl)
  passToCms(app, '/uploads', cmsUrl)
  await app.register(staticFiles, {
    root: liveDir,
    redirect: true,
    cacheControl: false,
    setHeaders: (response, file) => {
      response.header('cache-control', cacheControlOf(file))
      const type = contentTypeOf(file)
      if (type) response.header('content-type', type)
    },
  })
  app.setNotFoundHandler((_request, reply) => sendNotFound(reply, liveDir))
  app.setErrorHandler((error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500
    if (status >= 500) request.log.error({ err: error, url: request.url }, 'request failed')
    reply.code(status).type('text/html; charset=utf-8')
    return reply.send(
      status >= 500 ? plainPage('服务器出了问题', '请稍后再试。') : plainPage('请求不对', '请检查网址后再试。'),
    )
  })
  return app
}

function decodedPath(url: string): string {
  try {
    return path.posix.normalize(decodeURIComponent(new URL(url, 'http://portal.invalid').pathname))
  } catch {
    return url
  }
}
