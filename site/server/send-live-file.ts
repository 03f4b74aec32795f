/** Answers with a file of the live tree: redirect, 304, or its bytes in the best form the client takes. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { queryOf } from './address.ts'
import { CHECK_EVERY_TIME, cacheControlOf, embeddingOf } from './headers.ts'
import type { Encoding, LiveFile } from './live-file.ts'

const ACCEPTED = {
  br: /(?:^|[\s,])br\s*(?:$|,|;\s*q=(?!0(?:\.0*)?\s*(?:,|$)))/i,
  gzip: /(?:^|[\s,])gzip\s*(?:$|,|;\s*q=(?!0(?:\.0*)?\s*(?:,|$)))/i,
}

export function encodingFor(header: string | string[] | undefined): Encoding | null {
  if (typeof header !== 'string') return null
  if (ACCEPTED.br.test(header)) return 'br'
  return ACCEPTED.gzip.test(header) ? 'gzip' : null
}

const isKnown = (header: string | undefined, etag: string) =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((one) => one.trim() === etag))

function redirect(request: FastifyRequest, reply: FastifyReply, target: string) {
  const query = queryOf(request.raw.url ?? '')
  const location = query && target.includes('?') ? `${target}&${query.slice(1)}` : target + query
  return reply.header('cache-control', CHECK_EVERY_TIME).redirect(location, 301)
}

/** @param relative path of the file within the tree */
export function sendLiveFile(request: FastifyRequest, reply: FastifyReply, relative: string, file: LiveFile) {
  if (file.redirect !== null) return redirect(request, reply, file.redirect)
  reply.header('cache-control', cacheControlOf(relative)).header('etag', file.etag)
  reply.header('cross-origin-resource-policy', embeddingOf(relative))
  if (file.isCompressible) reply.header('vary', 'accept-encoding')
  if (isKnown(request.headers['if-none-match'], file.etag)) return reply.code(304).send()
  return sendBytes(request, reply, file)
}

export function sendBytes(request: FastifyRequest, reply: FastifyReply, file: LiveFile) {
  reply.header('content-type', file.contentType)
  const encoding = file.isCompressible ? encodingFor(request.headers['accept-encoding']) : null
  if (encoding === null) return reply.send(file.body)
  reply.header('content-encoding', encoding)
  return file.encoded(encoding).then((bytes) => reply.send(bytes))
}
