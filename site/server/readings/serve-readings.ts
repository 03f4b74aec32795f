/**
 * `/readings/news/x/`: how often the page `/news/x/` was read, for those who look at it. And what nginx tells where it serves the
 * pages itself: it repeats each question for a page here (`mirror`), with the page's address in a header that only it can set.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pathOf } from '../address.ts'
import type { LiveFiles } from '../live-files.ts'
import { standingPage } from '../standing-page.ts'
import type { Counter } from './count-readings.ts'

export const SERVED_BY_PROXY = 'x-portal-page'
const PREFIX = '/readings'
const KEEP_A_MINUTE = 'public, max-age=60'
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/
const SERVED = 200

type Context = {
  files: LiveFiles
  count: Counter
  readingsOf: (address: string) => Promise<number | null>
  sendNotFound: (request: FastifyRequest, reply: FastifyReply) => unknown
}

export function serveReadings(app: FastifyInstance, { files, count, readingsOf, sendNotFound }: Context) {
  app.get(`${PREFIX}/`, async (request, reply) => {
    const url = request.headers[SERVED_BY_PROXY]
    if (typeof url !== 'string' || !LOOPBACK.test(request.raw.socket.remoteAddress ?? ''))
      return sendReadings(request, reply, '/')
    if (await standingPage(files, pathOf(url))) count(request, url, SERVED)
    return reply.code(204).header('cache-control', 'no-store').send()
  })

  async function sendReadings(request: FastifyRequest, reply: FastifyReply, address: string) {
    if (!(await standingPage(files, address))) return sendNotFound(request, reply)
    const readings = await readingsOf(address)
    if (readings === null) {
      const error = { message: '暂时不知道阅读次数，请稍后再试。', code: 'READINGS_UNKNOWN' }
      return reply.code(503).header('retry-after', '60').send({ error })
    }
    return reply.header('cache-control', KEEP_A_MINUTE).send({ count: readings })
  }

  app.get(`${PREFIX}/*`, (request, reply) =>
    sendReadings(request, reply, pathOf(request.raw.url ?? '').slice(PREFIX.length)),
  )
}
