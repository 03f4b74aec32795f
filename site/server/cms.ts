/** What belongs to the CMS is passed on to it; nothing else of it is reachable through the portal. */
import path from 'node:path'
import compress from '@fastify/compress'
import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const COMPRESS_FROM_BYTES = 512
/** the change log is between the CMS and the publisher, drafts, readings and reports are between the CMS and this server */
const CLOSED_TO_THE_PUBLIC = /^\/api\/(?:publication|preview|readings|reports)(?:\/|$)/i

type Headers = NodeJS.Dict<string | string[]>
export type Passing = {
  prefix: '/api' | '/uploads'
  httpMethods?: ('GET' | 'HEAD')[]
  /** answers itself, or leaves the reply unsent for the CMS */
  preHandler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
  rewriteHeaders: (headers: Headers, request: { url?: string }) => Headers
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

/** The CMS writes down who did what from where: each proxy says whom it was called by. */
function calledBy({ headers, socket }: { headers: Headers; socket: { remoteAddress?: string } }): string {
  return [headers['x-forwarded-for'], socket.remoteAddress].flat().filter(Boolean).join(', ')
}

export function passToCms(app: FastifyInstance, cmsUrl: string, passing: Passing) {
  const { prefix, httpMethods, preHandler, rewriteHeaders } = passing
  app.register(httpProxy, {
    upstream: cmsUrl,
    prefix,
    rewritePrefix: prefix,
    ...(httpMethods ? { httpMethods } : {}),
    preHandler,
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({ ...headers, 'x-forwarded-for': calledBy(request) }),
      onError: (reply) => cmsIsAway(reply as unknown as FastifyReply),
      rewriteHeaders: ({ 'x-powered-by': _software, ...headers }, request) =>
        rewriteHeaders(headers, request as { url?: string }) as typeof headers,
    },
  })
}

/** However it is spelt. */
export function isClosed(url: string): boolean {
  try {
    return CLOSED_TO_THE_PUBLIC.test(
      path.posix.normalize(decodeURIComponent(new URL(url, 'http://portal.invalid').pathname)),
    )
  } catch {
    return true
  }
}

/** @param sendNotFound answers as for a page that does not exist */
export async function passApi(
  app: FastifyInstance,
  cmsUrl: string,
  sendNotFound: (request: FastifyRequest, reply: FastifyReply) => unknown,
) {
  await app.register(compress, { threshold: COMPRESS_FROM_BYTES, encodings: ['br', 'gzip'] })
  passToCms(app, cmsUrl, {
    prefix: '/api',
    preHandler: async (request, reply) => (isClosed(request.url) ? sendNotFound(request, reply) : undefined),
    rewriteHeaders: (headers) => headers,
  })
}
