/** Uploaded files: those that a page shows stand in the tree itself; the CMS has the others. */
import path from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { resolveAddress } from './address.ts'
import { passToCms } from './cms.ts'
import { uploadHeadersOf } from './headers.ts'
import type { LiveFiles } from './live-files.ts'

/** The file's name as the CMS will read it, which is not how it may be written. */
function headersFor(url: string): Record<string, string> {
  const address = resolveAddress(url)
  return uploadHeadersOf(address.kind === 'file' ? path.posix.basename(address.path) : '')
}

type Context = {
  cmsUrl: string
  files: LiveFiles
  sendNotFound: (request: FastifyRequest, reply: FastifyReply) => unknown
}

export function serveUploads(app: FastifyInstance, { cmsUrl, files, sendNotFound }: Context) {
  passToCms(app, cmsUrl, {
    prefix: '/uploads',
    httpMethods: ['GET', 'HEAD'],
    preHandler: async (request, reply) => {
      const address = resolveAddress(request.raw.url ?? '')
      if (address.kind !== 'file' || address.isFolder) return sendNotFound(request, reply)
      const found = files.find(address.path)
      if (found.kind === 'folder') return sendNotFound(request, reply)
      if (found.kind === 'absent') return
      reply.headers(headersFor(request.raw.url ?? ''))
      return reply.sendFile(address.path, { cacheControl: false })
    },
    rewriteHeaders: (headers, request) => ({ ...headers, ...headersFor(request.url ?? '') }),
  })
}
