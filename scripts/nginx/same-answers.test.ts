/** nginx with the configuration that we ship answers as the portal's own server does. */
import http from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPortal, type Portal } from '../../site/server/testing/portal.ts'
import { portalConfiguration, startNginx } from './start-nginx.ts'
import { freePort } from './try-connect.ts'

const PAGE = `<!doctype html><title>要闻</title>${'<p>正文</p>'.repeat(500)}`
const DERIVATIVE = `${'0123456789abcdef'.repeat(2)}-640.webp`
const tree = {
  'index.html': PAGE,
  'news/index.html': PAGE,
  '要闻/index.html': PAGE,
  'rss.xml': '<?xml version="1.0"?><rss/>',
  'news/rss.xml': '<?xml version="1.0"?><rss/>',
  'tags/study/atom.xml': '<?xml version="1.0"?><feed/>',
  'news/feed.json': '{}',
  'feeds.opml': '<?xml version="1.0"?><opml/>',
  'cards/0123456789abcdef01234567-wide.png': 'picture',
  'sitemaps/2026-11.xml': '<?xml version="1.0"?><urlset/>',
  'sitemap.xml': '<?xml version="1.0"?><urlset/>',
  'mourning.css': '/* */',
  'robots.txt': 'User-agent: *',
  '404.html': '<title>没有这一页</title>',
  'search/index.html': PAGE,
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'sw.js': 'void 0',
  'manifest.webmanifest': '{}',
  'icons/192.png': 'picture',
  '_astro/site.abc.css': 'body{}',
  '_astro/site.abc.js': 'void 0',
  'uploads/notice_0123456789.pdf': '%PDF',
  'uploads/drawing_0123456789.svg': '<svg/>',
  [`uploads/${DERIVATIVE}`]: 'picture',
  'uploads/film_0123456789.mp4': Buffer.alloc(100_000, 1),
  'news/index.html.1.tmp': 'half a page',
  'report/index.html': '<form><input name="page" value=""></form>',
  'report/thanks/index.html': PAGE,
}

const COMPARED = [
  'content-type',
  'cache-control',
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'strict-transport-security',
  'permissions-policy',
  'content-disposition',
  'content-range',
  'location',
] as const

let portal: Portal
let portalPort: number
let nginxPort: number
let nginx: { stop: () => Promise<void> }

type Request = { method?: string; headers?: Record<string, string> }
function ask(port: number, path: string, { method = 'GET', headers = {} }: Request = {}) {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path, method, headers, agent: false }, async (response) => {
      const body = (await buffer(response)).toString()
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
    })
    request.once('error', reject).end()
  })
}

/** A redirect's body is nobody's concern. */
async function answerOf(port: number, path: string, request?: Request) {
  const { status, headers, body } = await ask(port, path, request)
  if (status === 301) return { status, location: headers.location, cacheControl: headers['cache-control'] }
  return { status, body, ...Object.fromEntries(COMPARED.map((name) => [name, headers[name]])) }
}

beforeAll(async () => {
  portal = await openPortal()
  await portal.release('1', tree)
  portalPort = portal.port
  nginxPort = await freePort()
  nginx = await startNginx(portalConfiguration({ port: nginxPort, root: portal.liveDir, portalPort }), nginxPort)
})
afterAll(async () => {
  await nginx.stop()
  await portal.close()
})

describe('nginx answers as the portal server does', () => {
  it.each([
    '/',
    '/news/',
    '/news/?from=1',
    '/news',
    '/news?from=1',
    '/%E8%A6%81%E9%97%BB/',
    '/rss.xml',
    '/news/rss.xml',
    '/tags/study/atom.xml',
    '/news/feed.json',
    '/feeds.opml',
    '/cards/0123456789abcdef01234567-wide.png',
    '/sitemaps/2026-11.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/mourning.css',
    '/favicon.svg',
    '/sw.js',
    '/manifest.webmanifest',
    '/icons/192.png',
    '/push/key',
    '/push/nothing',
    '/_astro/site.abc.css',
    '/_astro/site.abc.js',
    '/uploads/notice_0123456789.pdf',
    '/uploads/drawing_0123456789.svg',
    `/uploads/${DERIVATIVE}`,
    '/uploads/video.mp4',
    '/uploads/page.html',
    '/uploads/page%2ehtml',
    '/uploads/',
    '/uploads/../news/',
    '/healthz',
    '/qr/news.svg',
    '/qr/nowhere.svg',
    '/readings/',
    '/readings/news/',
    '/readings/nowhere/',
    '/portal-reading',
    '/report/?page=/news/',
    '/report/thanks/',
    '/api/articles?sort=title',
    '/api/publication/changes',
    '/API/publication/changes',
    '/api//publication/changes',
    '/%61pi/publication/changes',
    '/search/?q=%E5%85%9A%E8%B4%B9',
    '/search?q=%E5%85%9A%E8%B4%B9',
    '/search/suggest?q=%E5%85%9A',
    '/nowhere/',
    '/news/x/',
    '/rss.xml/',
    '/NEWS/',
    '/404.html',
    '/_astro/',
    '//news/',
    '/news//',
    '/news/./',
    '/news/index.html.1.tmp',
    '/.git/config',
    '/news/..%5c..%5csecret.txt',
    `/${'a'.repeat(300)}/`,
    `/${'%E8%A6%81'.repeat(300)}/`,
  ])('to %s', async (path) => {
    expect(await answerOf(nginxPort, path)).toEqual(await answerOf(portalPort, path))
  })

  it.each(['/', '/news', '/nowhere/', '/uploads/notice_0123456789.pdf'])('to HEAD %s', async (path) => {
    const request = { method: 'HEAD' }
    expect(await answerOf(nginxPort, path, request)).toEqual(await answerOf(portalPort, path, request))
  })

  it('to POST where nothing can be posted', async () => {
    const request = { method: 'POST' }
    expect(await answerOf(nginxPort, '/news/', request)).toEqual(await answerOf(portalPort, '/news/', request))
  })

  it('to a device that subscribes', async () => {
    const request = { method: 'PUT', headers: { 'content-type': 'application/json' } }
    const answer = await answerOf(nginxPort, '/push/subscription', request)
    expect(answer).toEqual(await answerOf(portalPort, '/push/subscription', request))
    expect(answer).toMatchObject({ status: 400, 'cache-control': 'no-store' })
  })

  it('to a range of a film', async () => {
    const request = { headers: { range: 'bytes=10-19' } }
    const path = '/uploads/film_0123456789.mp4'
    expect(await answerOf(nginxPort, path, request)).toEqual(await answerOf(portalPort, path, request))
  })

  it.each([
    '/%',
    '/%zz/',
    '/%00',
    '/../secret.txt',
    '/%2e%2e/%2e%2e/secret.txt',
    '/..%2f..%2fsecret.txt',
  ])('to the malformed %s with 400, in Chinese', async (path) => {
    const { status, body, headers } = await ask(nginxPort, path)
    expect(status).toBe(400)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(body).toContain('请求不对')
  })
})

describe('nginx', () => {
  it('has each page that it serves counted once, and nobody else’s word for it', async () => {
    const counting = await openPortal()
    await counting.release('1', tree)
    const port = await freePort()
    const before = await startNginx(
      portalConfiguration({ port, root: counting.liveDir, portalPort: counting.port }),
      port,
    )
    const browser = { 'user-agent': 'Mozilla/5.0 (Linux; Android 8.0) Chrome/60 Mobile' }
    await ask(port, '/news/?from=1', { headers: browser })
    await ask(port, '/news/', { headers: browser })
    await ask(port, '/%E8%A6%81%E9%97%BB/', { headers: { ...browser, 'sec-purpose': 'prefetch' } })
    await ask(port, '/nowhere/', { headers: browser })
    await ask(port, '/rss.xml', { headers: browser })
    await ask(port, '/readings/', { headers: { ...browser, 'x-portal-page': '/report/thanks/' } })
    await ask(counting.port, '/', { headers: { ...browser, 'x-forwarded-for': '203.0.113.9' } })
    await before.stop()
    const told = await counting.stopAndTell()
    await counting.close()
    const counted = told.map(({ address, count }) => [address, count])
    expect(counted.sort()).toEqual([
      ['/', 1],
      ['/news/', 1],
    ])
  })

  it('answers with 304 to those who know the page', async () => {
    const { headers } = await ask(nginxPort, '/news/')
    const again = await ask(nginxPort, '/news/', { headers: { 'if-none-match': String(headers.etag) } })
    expect([again.status, again.headers['cache-control']]).toEqual([304, 'no-cache'])
  })

  it('compresses', async () => {
    const { headers } = await ask(nginxPort, '/news/', { headers: { 'accept-encoding': 'gzip' } })
    expect([headers['content-encoding'], headers.vary]).toEqual(['gzip', 'Accept-Encoding'])
  })

  it('shows a publish and another release at once', async () => {
    await portal.publish({ 'news/post/index.html': '<title>甲</title>' })
    expect((await ask(nginxPort, '/news/post/')).body).toContain('甲')
    await portal.publish({ 'news/post/index.html': '<title>乙</title>' })
    expect((await ask(nginxPort, '/news/post/')).body).toContain('乙')
    await portal.release('2', { ...tree, 'news/post/index.html': '<title>丙</title>' })
    expect((await ask(nginxPort, '/news/post/')).body).toContain('丙')
  })

  it('serves pages and the 404 page while the portal server is away', async () => {
    const port = await freePort()
    const alone = await startNginx(
      portalConfiguration({ port, root: portal.liveDir, portalPort: await freePort() }),
      port,
    )
    try {
      expect((await ask(port, '/news/')).status).toBe(200)
      const missing = await ask(port, '/nowhere/')
      expect([missing.status, missing.body]).toEqual([404, tree['404.html']])
      expect(missing.headers['x-content-type-options']).toBe('nosniff')
      const api = await ask(port, '/api/articles')
      const search = await ask(port, '/search/?q=x')
      expect([search.status, search.headers['retry-after']]).toEqual([503, '5'])
      expect(search.body).toContain('暂时不能搜索')
      expect(search.headers['content-security-policy']).toBeDefined()
      expect([api.status, JSON.parse(api.body).error.details.code]).toEqual([503, 'CMS_AWAY'])
    } finally {
      await alone.stop()
    }
  })
})
