/** What the running server says to protect its readers, as scanners of such headers ask for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from './app.ts'
import { isHttpsOnly } from './settings.ts'
import { openPortal, type Portal } from './testing/portal.ts'

let portal: Portal

beforeAll(async () => {
  portal = await openPortal()
  await portal.release('1', {
    ...{ 'index.html': '<title>页</title>', '404.html': '<title>没有这一页</title>', 'rss.xml': '<rss/>' },
    ...{ 'mourning.css': '/* */', '_astro/a.js': 'void 0', '_astro/a.css': 'a{}', '_astro/a.svg': '<svg/>' },
    ...{ 'uploads/photo.jpg': 'photo', 'uploads/page.html': '<script>' },
  })
})
afterAll(() => portal.close())

const directivesOf = (policy: string) =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )

describe('the security headers', () => {
  it.each([
    ...['/', '/nowhere/', '/rss.xml', '/mourning.css', '/_astro/a.js', '/_astro/a.css', '/_astro/a.svg'],
    ...['/healthz', '/%', '/index', '/api/articles'],
  ])('of %s', async (url) => {
    const { headers } = await portal.get(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': url.endsWith('.svg') ? 'cross-origin' : 'same-origin',
      'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
    })
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
    const policy = String(headers['content-security-policy'])
    expect(policy).not.toMatch(/unsafe-|data:|blob:|https?:|\*/)
    const directives = directivesOf(policy)
    // without a directive of its own, everything else (objects, frames) falls under this one
    expect(directives.get('default-src')).toBe("'none'")
    expect(directives).not.toHaveProperty('object-src')
    for (const name of ['script-src', 'style-src', 'img-src', 'connect-src', 'form-action'])
      expect(directives.get(name), name).toBe("'self'")
    for (const name of ['base-uri', 'frame-ancestors']) expect(directives.get(name), name).toBe("'none'")
  })

  it('of uploads allow no script, and let others show the pictures', async () => {
    const picture = await portal.get('/uploads/photo.jpg')
    expect(picture.headers['content-security-policy']).toContain("script-src 'none'")
    expect(picture.headers['cross-origin-resource-policy']).toBe('cross-origin')
    const page = await portal.get('/uploads/page.html')
    expect(page.headers).toMatchObject({ 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff' })
    expect(page.headers['content-security-policy']).toMatch(/^sandbox/)
  })

  it('keep what turns the portal grey for a minute at most', async () => {
    expect((await portal.get('/mourning.css')).headers['cache-control']).toBe('public, max-age=60')
  })

  it('speak of https where readers come by it alone', async () => {
    expect((await portal.get('/')).headers).not.toHaveProperty('strict-transport-security')
    const settings = {
      cmsUrl: 'http://127.0.0.1:9',
      siteUrl: 'https://dj.example.edu.cn',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
    }
    const app = await createServer({ ...settings, liveDir: portal.liveDir, httpsOnly: true })
    for (const url of ['/', '/nowhere/', '/rss.xml'])
      expect((await app.inject(url)).headers['strict-transport-security'], url).toBe('max-age=31536000')
    await app.close()
  })
})

describe('https alone', () => {
  it.each([
    ['http', 'http://dj.example.edu.cn', ['http://localhost:1337'], false],
    ['https, the desk elsewhere', 'https://dj.example.edu.cn', ['https://desk.example.edu.cn'], true],
    ['https, the desk elsewhere by http', 'https://dj.example.edu.cn', ['http://desk.example.edu.cn'], true],
    ['https, the desk beside it', 'https://dj.example.edu.cn', ['https://dj.example.edu.cn:8443'], true],
    ['https, the desk beside it by http', 'https://dj.example.edu.cn', ['http://dj.example.edu.cn:1337'], false],
  ])('%s', (_name, siteUrl, desks, expected) => {
    expect(isHttpsOnly(siteUrl, desks)).toBe(expected)
  })
})
