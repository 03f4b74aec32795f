/** The portal's own server: the live tree as files, `/api` and `/uploads` passed to the CMS. */
import type { Socket } from 'node:net'
import staticFiles from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { createLately } from './callers/lately.ts'
import { passApi } from './cms.ts'
import { serveCodes } from './codes/serve-codes.ts'
import { securityHeaders, strictTransport } from './headers.ts'
import { openLiveFiles } from './live-files.ts'
import { servePages } from './pages.ts'
import { plainPages } from './plain-pages.ts'
import { registerPreview } from './preview/register-preview.ts'
import { registerPush } from './push/register-push.ts'
import { countReadings, createCounter, createReadings } from './readings/count-readings.ts'
import { createKnownReadings } from './readings/known-readings.ts'
import { serveReadings } from './readings/serve-readings.ts'
import { type ReadingsSettings, tellReadings } from './readings/tell-readings.ts'
import type { Fields } from './reports/report.ts'
import { sendReport } from './reports/send-report.ts'
import { serveReports } from './reports/serve-reports.ts'
import { registerSearch } from './search/register-search.ts'
import type { ServerSettings } from './settings.ts'
import { serveUploads } from './uploads.ts'

const READ_AGAIN_WITHIN_MS = 60_000
const HTML = 'text/html; charset=utf-8'

/** What is no HTTP, or longer than any address: the socket is all there is to answer on. */
function refuseOnSocket(_error: Error, socket: Socket) {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const headers = Object.entries({ ...securityHeaders, 'content-type': HTML, connection: 'close' })
  const lines = ['HTTP/1.1 400 Bad Request', ...headers.map(([name, value]) => `${name}: ${value}`)]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${plainPages.badRequest}`)
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (status >= 500) request.log.error({ err: error, url: request.url }, 'request failed')
  reply
    .code(status)
    .headers({ ...securityHeaders, 'cache-control': 'no-store' })
    .type(HTML)
  return reply.send(status >= 500 ? plainPages.failed : plainPages.badRequest)
}

/** Before there are routes: what is counted must be watched from the first. */
function startCounting(app: FastifyInstance, settings: ReadingsSettings) {
  const readings = createReadings()
  const count = createCounter({ readings, lately: createLately(READ_AGAIN_WITHIN_MS) })
  countReadings(app, count)
  tellReadings(app, readings, settings)
  return { count, readingsOf: createKnownReadings(settings), send: (fields: Fields) => sendReport(settings, fields) }
}

export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const { liveDir, cmsUrl, logLevel } = settings
  const app = Fastify({
    logger: { level: logLevel, base: { process: 'server' } },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: false },
    frameworkErrors: sendError,
    clientErrorHandler: refuseOnSocket,
    // a browser's idle connection must not hold a stop up
    forceCloseConnections: true,
  })
  const files = openLiveFiles(liveDir)
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(securityHeaders)
    if (settings.httpsOnly) reply.headers(strictTransport)
    done()
  })
  // what belongs to one person is kept by nobody on the way, and by no service worker
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.hasHeader('set-cookie')) reply.header('cache-control', 'no-store')
    done(null, payload)
  })
  app.setErrorHandler(sendError)
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  // answers in ranges; the tree may not be there yet
  await app.register(staticFiles, { serve: false, root: liveDir, suppressWarning: true })
  const readers = settings.readings && startCounting(app, settings.readings)
  if (settings.preview) registerPreview(app, settings.preview)
  if (settings.search) registerSearch(app, settings.search)
  if (settings.push) await registerPush(app, settings.push)
  const { sendNotFound } = servePages(app, files)
  serveCodes(app, { files, siteUrl: settings.siteUrl, sendNotFound })
  if (readers) {
    serveReadings(app, { ...readers, files, sendNotFound })
    await app.register((scope) => serveReports(scope, { ...readers, files, sendNotFound }))
  }
  await app.register((scope) => passApi(scope, cmsUrl, sendNotFound))
  await app.register(async (scope) => serveUploads(scope, { cmsUrl, files, sendNotFound }))
  return app
}
