import fs from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from './app.ts'

type App = Awaited<ReturnType<typeof createServer>>

const VIDEO = Buffer.alloc(4096, 7)
const LONG_PAGE = `<!doctype html><title>要闻</title>${'<p>正文</p>'.repeat(500)}`

let dataDir: string
let cms: http.Server
let app: App

/** Stands in for the CMS: echoes what arrives, and serves one upload with ranges as Strapi does. */
const upstream = http.createServer((request, response) => {
  response.setHeader('x-powered-by', 'something')
  if (request.url?.startsWith('/uploads/video.mp4')) {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
    response.writeHead(from ? 206 : 200, { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' })
    response.end(from ? VIDEO.subarray(Number(from), Number(to) + 1) : VIDEO)
    return
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ method: request.method, url: request.url }))
})

beforeAll(async () => {
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-server-'))
  const release = path.join(dataDir, 'site', 'releases', '1')
  await fs.mkdir(path.join(release, 'news'), { recursive: true })
  await fs.mkdir(path.join(release, '_astro'))
  await fs.writeFile(path.join(release, 'index.html'), LONG_PAGE)
  await fs.writeFile(path.join(release, 'news', 'index.html'), LONG_PAGE)
  await fs.writeFile(path.join(release, 'rss.xml'), '<?xml version="1.0"?><rss/>')
  await fs.writeFile(path.join(release, '404.html'), '<title>没有这一页</title>')
  await fs.writeFile(path.join(release, '_astro', 'site.abc.css'), 'body{}')
  await fs.writeFile(path.join(dataDir, 'secret.txt'), 'secret')
  await fs.symlink(release, path.join(dataDir, 'site', 'live'))
  cms = upstream.listen(0, '127.0.0.1')
  await new Promise((resolve) => cms.once('listening', resolve))
  app = await start(`http://127.0.0.1:${(cms.address() as AddressInfo).port}`)
})
afterAll(async () => {
  await app.close()
  cms.close()
  await fs.rm(dataDir, { recursive: true })
})

const start = (cmsUrl: string, liveDir = path.join(dataDir, 'site', 'live')) =>
  createServer({ cmsUrl, host: '127.0.0.1', port: 0, logLevel: 'silent', liveDir })

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })

describe('pages', () => {
  it('come with type, security headers and a check at each visit', async () => {
    const { statusCode, headers } = await get('/')
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-security-policy']).not.toMatch(/unsafe/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it.each(['br', 'gzip'])('are compressed with %s', async (encoding) => {
    const { headers, rawPayload } = await get('/news/', { 'accept-encoding': encoding })
    expect(headers['content-encoding']).toBe(encoding)
    expect(rawPayload.length).toBeLessThan(LONG_PAGE.length / 5)
  })

  it('are answered with 304 when they have not changed', async () => {
    const { headers } = await get('/')
    const again = await get('/', { 'if-none-match': String(headers.etag) })
    expect(again.statusCode).toBe(304)
  })

  it('without the last slash are redirected', async () => {
    const { statusCode, headers } = await get('/news')
    expect([statusCode, headers.location]).toEqual([301, '/news/'])
  })

  it('that do not exist get the portal’s own page', async () => {
    for (const url of ['/nowhere/', '/news/x/', '/rss.xml/', '/NEWS/']) {
      const { statusCode, body } = await get(url)
      expect(statusCode, url).toBe(404)
      expect(body, url).toContain('没有这一页')
    }
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/%2e%2e/secret.txt',
    '/..%2f..%2fsecret.txt',
    '/news/..%5c..%5csecret.txt',
    '/%00',
    '/%',
  ])('%s does not leave the tree', async (url) => {
    const { statusCode, body } = await get(url)
    expect([400, 403, 404]).toContain(statusCode)
    expect(body).not.toContain('secret')
  })

  it('say that the portal is being prepared before there is a tree', async () => {
    const empty = await start('http://127.0.0.1:9', path.join(dataDir, 'nothing'))
    const { statusCode, body } = await empty.inject('/')
    await empty.close()
    expect(statusCode).toBe(503)
    expect(body).toContain('门户正在准备')
  })
})

describe('files', () => {
  it('named by their content are kept for good', async () => {
    expect((await get('/_astro/site.abc.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('feeds have the type of a feed', async () => {
    expect((await get('/rss.xml')).headers['content-type']).toBe('application/rss+xml; charset=utf-8')
  })
})

describe('what belongs to the CMS', () => {
  it('is passed on, with its query', async () => {
    const { body, headers } = await get('/api/articles?sort=title')
    expect(JSON.parse(body)).toEqual({ method: 'GET', url: '/api/articles?sort=title' })
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('videos can be asked for in ranges', async () => {
    const { statusCode, rawPayload, headers } = await get('/uploads/video.mp4', { range: 'bytes=10-19' })
    expect(statusCode).toBe(206)
    expect(rawPayload).toHaveLength(10)
    expect(headers['content-security-policy']).toContain("script-src 'none'")
  })

  it.each([
    '/api/publication/changes?after=0',
    '/api/publication',
    '/api//publication/live',
    '/api/x/../publication/live',
    '/API/publication/changes',
    '/api/%70ublication/changes',
  ])('%s is closed to the public', async (url) => {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(404)
    expect(body).not.toContain('"url"')
  })

  it('is missed with a Chinese sentence when the CMS is away', async () => {
    const alone = await start('http://127.0.0.1:9')
    const { statusCode, body } = await alone.inject('/api/articles')
    await alone.close()
    expect(statusCode).toBe(503)
    expect(JSON.parse(body).error.details.code).toBe('CMS_AWAY')
  })
})
