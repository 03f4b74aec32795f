/** A portal server over a scratch tree, with a stand-in for the CMS that echoes what arrives. */
import fs from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pushKeyFrom } from '../../push/key.ts'
import { servicesFrom } from '../../push/services.ts'
import { createServer } from '../app.ts'

export const VIDEO = Buffer.alloc(4096, 7)
/** no port that anybody listens on */
const PUSH_KEY = pushKeyFrom(`${'A'.repeat(42)}E`)
const NOWHERE = 'http://127.0.0.1:9'

type Told = { address: string; count: number }

/** Serves one upload with ranges, as Strapi does, and keeps what it is told of readings. */
async function answerAsCms(told: Told[], request: http.IncomingMessage, response: http.ServerResponse) {
  response.setHeader('x-powered-by', 'something')
  if (request.url?.startsWith('/api/log-in')) response.setHeader('set-cookie', 'session=1')
  if (request.url?.startsWith('/uploads/video.mp4')) {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
    response.writeHead(from ? 206 : 200, { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' })
    response.end(from ? VIDEO.subarray(Number(from), Number(to) + 1) : VIDEO)
    return
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  if (request.method === 'POST' && request.url === '/api/readings') {
    told.push(...(JSON.parse((await buffer(request)).toString()) as { readings: Told[] }).readings)
  }
  if (request.url?.startsWith('/api/readings?')) {
    response.end(JSON.stringify({ data: { count: 1234 } }))
    return
  }
  response.end(JSON.stringify({ method: request.method, url: request.url }))
}

export type Answer = { statusCode: number; headers: http.IncomingHttpHeaders; rawPayload: Buffer; body: string }

/** Sends the address as it is: other clients resolve dot segments before they ask. */
function ask(port: number, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, headers, agent: false }, async (response) => {
      const rawPayload = await buffer(response)
      const { statusCode = 0, headers } = response
      resolve({ statusCode, headers, rawPayload, body: rawPayload.toString() })
    })
    request.once('error', reject)
  })
}

export async function openPortal() {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-server-'))
  const siteDir = path.join(dataDir, 'site')
  await fs.mkdir(siteDir)
  const told: Told[] = []
  const cms = http.createServer((request, response) => void answerAsCms(told, request, response)).listen(0, '127.0.0.1')
  await new Promise((resolve) => cms.once('listening', resolve))
  const push = {
    ...{ key: PUSH_KEY, contact: 'mailto:dj@example.edu.cn', services: servicesFrom() },
    ...{ databaseFile: path.join(siteDir, 'push.sqlite'), readModelPath: path.join(siteDir, 'read-model.sqlite') },
  }
  const start = (cmsUrl: string, liveDir = path.join(siteDir, 'live')) =>
    createServer({
      ...{
        cmsUrl,
        liveDir,
        siteUrl: 'https://dj.example.edu.cn',
        host: '127.0.0.1',
        port: 0,
        logLevel: 'silent',
        push,
      },
      readings: { cmsUrl, publicationToken: 'token-of-the-publication' },
    })
  const app = await start(`http://127.0.0.1:${(cms.address() as AddressInfo).port}`)

  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo

  const write = async (release: string, files: Record<string, string | Buffer>) => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(siteDir, release, name)
      await fs.mkdir(path.dirname(file), { recursive: true })
      await fs.writeFile(`${file}.1.tmp`, content)
      await fs.rename(`${file}.1.tmp`, file)
    }
  }

  return {
    app,
    port,
    dataDir,
    liveDir: path.join(siteDir, 'live'),
    /** as the publisher does: under a temporary name, then renamed */
    publish: (files: Record<string, string | Buffer>) => write('live', files),
    release: async (name: string, files: Record<string, string | Buffer>) => {
      await write(path.join('releases', name), files)
      const link = path.join(siteDir, 'live.tmp')
      await fs.symlink(path.join('releases', name), link)
      await fs.rename(link, path.join(siteDir, 'live'))
    },
    get: (url: string, headers: Record<string, string> = {}) => ask(port, url, headers),
    /** stops the server, which then tells what it has counted */
    stopAndTell: async () => {
      await app.close()
      return told
    },
    startWithoutCms: () => start(NOWHERE),
    startWithoutTree: () => start(NOWHERE, path.join(dataDir, 'nothing')),
    close: async () => {
      await app.close()
      cms.close()
      await fs.rm(dataDir, { recursive: true })
    },
  }
}

export type Portal = Awaited<ReturnType<typeof openPortal>>
