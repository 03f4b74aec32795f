/** Every address that is a file of the live tree, and what is said where there is none. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pathOf, queryOf, resolveAddress } from './address.ts'
import { CHECK_EVERY_TIME, cacheControlOf, embeddingOf } from './headers.ts'
import type { LiveFile } from './live-file.ts'
import { type Found, isAbsence, type LiveFiles } from './live-files.ts'
import { plainPages } from './plain-pages.ts'
import { sendBytes, sendLiveFile } from './send-live-file.ts'

const NOT_FOUND_PAGE = '404.html'
const PREPARING_AGAIN_AFTER_S = '5'
const HTML = 'text/html; charset=utf-8'
const ATTEMPTS = 2

type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown

/** A file may be removed between the look and the reading: then the next look says what is there now. */
async function readThere(files: LiveFiles, relative: string, first: Found): Promise<LiveFile | null> {
  let found = first
  for (let attempt = 1; ; attempt += 1) {
    if (found.kind === 'file') return found.file
    if (found.kind !== 'unread') return null
    try {
      return await found.read()
    } catch (error) {
      if (!isAbsence(error)) throw error
      if (attempt === ATTEMPTS) return null
      found = files.find(relative)
    }
  }
}

function sendNotFoundFrom(files: LiveFiles): Answer {
  const preparing = (reply: FastifyReply) => {
    const isStanding = files.find('').kind === 'folder'
    if (isStanding) return reply.code(404).send(plainPages.notFound)
    return reply.code(503).header('retry-after', PREPARING_AGAIN_AFTER_S).send(plainPages.preparing)
  }
  return async (request, reply) => {
    reply.header('cache-control', CHECK_EVERY_TIME).header('content-type', HTML)
    const file = await readThere(files, NOT_FOUND_PAGE, files.find(NOT_FOUND_PAGE))
    return file ? sendBytes(request, reply.code(404), file) : preparing(reply)
  }
}

const redirectToFolder = (url: string, reply: FastifyReply) =>
  reply.header('cache-control', CHECK_EVERY_TIME).redirect(`${pathOf(url)}/${queryOf(url)}`, 301)

export function servePages(app: FastifyInstance, files: LiveFiles): { sendNotFound: Answer } {
  const sendNotFound = sendNotFoundFrom(files)

  const readAndSend = async (request: FastifyRequest, reply: FastifyReply, relative: string, found: Found) => {
    const file = await readThere(files, relative, found)
    return file ? sendLiveFile(request, reply, relative, file) : sendNotFound(request, reply)
  }

  app.get('/*', (request, reply) => {
    const url = request.raw.url ?? ''
    const address = resolveAddress(url)
    if (address.kind === 'malformed')
      return reply.code(400).header('cache-control', 'no-store').type(HTML).send(plainPages.badRequest)
    if (address.kind === 'absent' || address.path === NOT_FOUND_PAGE) return sendNotFound(request, reply)
    const relative = address.isFolder ? `${address.path}/index.html`.replace(/^\//, '') : address.path
    const found = files.find(relative)
    switch (found.kind) {
      case 'file':
        return sendLiveFile(request, reply, relative, found.file)
      case 'unread':
        return readAndSend(request, reply, relative, found)
      case 'folder':
        return files.find(`${relative}/index.html`).kind === 'absent'
          ? sendNotFound(request, reply)
          : redirectToFolder(url, reply)
      case 'large':
        return reply
          .headers({ 'cache-control': cacheControlOf(relative), 'cross-origin-resource-policy': embeddingOf(relative) })
          .sendFile(relative, { cacheControl: false })
      case 'absent':
        return sendNotFound(request, reply)
    }
  })
  app.setNotFoundHandler(sendNotFound)
  return { sendNotFound }
}
