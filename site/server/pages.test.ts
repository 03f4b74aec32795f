import fs from 'node:fs/promises'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPortal, type Portal } from './testing/portal.ts'

const LONG_PAGE = `<!doctype html><title>要闻</title>${'<p>正文</p>'.repeat(500)}`
const MOVED_PAGE = `<!doctype html><html lang="zh-CN" data-redirect="/news/"><head><title>已移动</title></head></html>`
const tree = {
  'index.html': LONG_PAGE,
  'news/index.html': LONG_PAGE,
  'old/index.html': MOVED_PAGE,
  'rss.xml': '<?xml version="1.0"?><rss/>',
  '404.html': '<title>没有这一页</title>',
  'sw.js': 'void 0',
  'manifest.webmanifest': '{}',
  '_astro/site.abc.css': 'body{}',
  'film.mp4': Buffer.alloc(2 * 1024 ** 2, 7),
  'short.mp3': 'sound',
}

let portal: Portal
const get: Portal['get'] = (url, headers) => portal.get(url, headers)
const titleOf = async (url: string) => /<title>(.*?)<\/title>/.exec((await get(url)).body)?.[1]

beforeAll(async () => {
  portal = await openPortal()
  await portal.release('1', tree)
  await fs.writeFile(path.join(portal.dataDir, 'secret.txt'), 'secret')
})
afterAll(() => portal.close())

describe('pages', () => {
  it('come with type, security headers and a check at each visit', async () => {
    const { statusCode, headers } = await get('/')
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-security-policy']).not.toMatch(/unsafe/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it.each([
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json'],
  ])('%s is asked for anew each time, as an old one would stay', async (url, type) => {
    const { statusCode, headers } = await get(url)
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([200, type, 'no-cache'])
  })

  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ])('are compressed for clients that take %s', async (accepted, encoding) => {
    const { headers, rawPayload } = await get('/news/', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers.vary).toBe('accept-encoding')
    expect(rawPayload.length).toBeLessThan(LONG_PAGE.length / 5)
  })

  it.each([
    '',
    'identity',
    'br;q=0',
    'gzip;q=0.0, zebra',
  ])('are sent as they are for clients that take %j', async (accepted) => {
    const { headers, body } = await get('/news/', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBeUndefined()
    expect(body).toBe(LONG_PAGE)
  })

  it('are answered with 304 when they have not changed, in a new release as well', async () => {
    const etag = String((await get('/')).headers.etag)
    const again = await get('/', { 'if-none-match': `"other", ${etag}` })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    await portal.release('2', tree)
    expect((await get('/', { 'if-none-match': etag })).statusCode).toBe(304)
    expect((await get('/', { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  it('answer HEAD with the headers alone', async () => {
    const { statusCode, headers, body } = await portal.app.inject({ method: 'HEAD', url: '/news/' })
    expect([statusCode, Number(headers['content-length']), body]).toEqual([200, Buffer.byteLength(LONG_PAGE), ''])
  })

  it('without the last slash are redirected, with their query', async () => {
    const { statusCode, headers } = await get('/news?from=1')
    expect([statusCode, headers.location]).toEqual([301, '/news/?from=1'])
  })

  it('that stand at a former address redirect to the present one, with the query', async () => {
    const { statusCode, headers, body } = await get('/old/?from=1')
    expect([statusCode, headers.location, body]).toEqual([301, '/news/?from=1', ''])
    expect(headers['cache-control']).toBe('no-cache')
  })
})

describe('a publish', () => {
  it('is seen by the next request', async () => {
    for (let n = 1; n <= 20; n += 1) {
      const title = `稿件${String(n).padStart(2, '0')}`
      await portal.publish({ 'news/post/index.html': `<title>${title}</title>` })
      expect(await titleOf('/news/post/')).toBe(title)
      expect(await titleOf('/news/post/')).toBe(title)
    }
  })

  it('of a whole release is, too', async () => {
    expect(await titleOf('/news/')).toBe('要闻')
    await portal.release('3', { ...tree, 'news/index.html': '<title>新版</title>' })
    expect(await titleOf('/news/')).toBe('新版')
    expect((await get('/news/post/')).statusCode).toBe(404)
  })

  it('that takes a page away takes it from memory', async () => {
    await portal.publish({ 'news/gone/index.html': '<title>撤下</title>' })
    expect(await titleOf('/news/gone/')).toBe('撤下')
    await fs.rm(path.join(portal.liveDir, 'news/gone'), { recursive: true })
    expect((await get('/news/gone/')).statusCode).toBe(404)
  })

  it('never shows half a page or an error to those who read meanwhile', async () => {
    const whole = (letter: string) => `<title>${letter}</title>${letter.repeat(20_000)}`
    const wholes = new Set(['甲', '乙', '丙'].map(whole))
    await portal.publish({ 'busy/index.html': whole('甲') })
    let isPublishing = true
    const read = async () => {
      for (let n = 0; isPublishing || n < 10; n += 1) {
        const { statusCode, body } = await get('/busy/')
        expect(statusCode).toBe(200)
        expect(wholes).toContain(body)
      }
    }
    const readers = Promise.all([read(), read(), read()])
    for (let n = 0; n < 60; n += 1) await portal.publish({ 'busy/index.html': whole('甲乙丙'[n % 3] ?? '') })
    isPublishing = false
    await readers
  })
})

describe('addresses without a page', () => {
  it.each([
    '/nowhere/',
    '/news/x/',
    '/rss.xml/',
    '/NEWS/',
    '/404.html',
    '/_astro/',
    '/_astro',
    '//news/',
    '/news//',
    '/news/./',
    '/news/index.html.1.tmp',
    '/.git/config',
    '/../secret.txt',
    '/%2e%2e/%2e%2e/secret.txt',
    '/..%2f..%2fsecret.txt',
    '/news/..%5c..%5csecret.txt',
    '/%00',
    `/${'a'.repeat(300)}/`,
    `/${'%E8%A6%81'.repeat(600)}/`,
  ])('%s get the portal’s own page', async (url) => {
    await portal.publish({ 'news/index.html.1.tmp': 'half a page' })
    const { statusCode, body, headers } = await get(url)
    expect(statusCode).toBe(404)
    expect(body).toContain('没有这一页')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it.each(['/%', '/%zz/', '/a%ff/'])('%s are malformed', async (url) => {
    const { statusCode, body, headers } = await get(url)
    expect(statusCode).toBe(400)
    expect(body).toContain('请求不对')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it.each([
    ['that are too long', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: portal\r\n\r\n`],
    ['in no HTTP at all', 'HELLO\r\n\r\n'],
  ])('%s are refused in Chinese', async (_what, request) => {
    const alone = await portal.startWithoutCms()
    await alone.listen({ host: '127.0.0.1', port: 0 })
    const socket = net.connect((alone.server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(request)
    const answer = await text(socket)
    await alone.close()
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(answer).toContain('请求不对')
  })

  it('are answered with 503 before there is a tree', async () => {
    const empty = await portal.startWithoutTree()
    const { statusCode, body, headers } = await empty.inject('/')
    await empty.close()
    expect([statusCode, headers['retry-after']]).toEqual([503, '5'])
    expect(body).toContain('门户正在准备')
  })
})

describe('files', () => {
  it('named by their content are kept for good', async () => {
    expect((await get('/_astro/site.abc.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('feeds have the type of a feed', async () => {
    expect((await get('/rss.xml')).headers['content-type']).toBe('application/xml; charset=utf-8')
  })

  it('that are large are sent from the disk, in ranges', async () => {
    const { statusCode, rawPayload, headers } = await get('/film.mp4', { range: 'bytes=10-19' })
    expect([statusCode, rawPayload.length]).toEqual([206, 10])
    expect(headers['content-type']).toBe('video/mp4')
    expect(headers['cache-control']).toBe('public, max-age=86400')
  })

  it('that are played are sent in ranges, however small', async () => {
    const { statusCode, rawPayload, headers } = await get('/short.mp3', { range: 'bytes=1-2' })
    expect([statusCode, rawPayload.toString()]).toEqual([206, 'ou'])
    expect(headers['content-type']).toBe('audio/mpeg')
  })
})
