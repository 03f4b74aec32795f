import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPortal, type Portal, VIDEO } from './testing/portal.ts'

const DERIVATIVE = `${'0123456789abcdef'.repeat(2)}-640.webp`
const FILM = Buffer.alloc(2 * 1024 ** 2, 9)

let portal: Portal
const get: Portal['get'] = (url, headers) => portal.get(url, headers)

beforeAll(async () => {
  portal = await openPortal()
  await portal.release('1', {
    '404.html': '<title>没有这一页</title>',
    'uploads/film_0123456789.mp4': FILM,
    'uploads/notice_0123456789.pdf': '%PDF',
    'uploads/drawing_0123456789.SVG': '<svg/>',
    [`uploads/${DERIVATIVE}`]: 'picture',
    'news/index.html': 'news',
  })
})
afterAll(() => portal.close())

describe('uploads that pages show', () => {
  it('come from the tree, also while the CMS is away', async () => {
    const alone = await portal.startWithoutCms()
    const { statusCode, headers } = await alone.inject('/uploads/notice_0123456789.pdf')
    await alone.close()
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(headers['content-security-policy']).toContain("script-src 'none'")
    expect(headers['content-security-policy']).not.toContain('sandbox')
    expect(headers['cache-control']).toBe('public, max-age=3600')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('named by their content are kept for good', async () => {
    const { headers } = await get(`/uploads/${DERIVATIVE}`)
    expect([headers['content-type'], headers['cache-control']]).toEqual([
      'image/webp',
      'public, max-age=31536000, immutable',
    ])
  })

  it.each([
    ['bytes=0-9', 206, 10, `bytes 0-9/${FILM.length}`],
    ['bytes=-5', 206, 5, `bytes ${FILM.length - 5}-${FILM.length - 1}/${FILM.length}`],
  ])('can be asked for in ranges: %s', async (range, status, length, contentRange) => {
    const { statusCode, rawPayload, headers } = await get('/uploads/film_0123456789.mp4', { range })
    expect([statusCode, rawPayload.length, headers['content-range']]).toEqual([status, length, contentRange])
  })

  it('are refused beyond their end', async () => {
    expect((await get('/uploads/film_0123456789.mp4', { range: 'bytes=99999999-' })).statusCode).toBe(416)
  })

  it('that a browser could run are downloaded and shut in', async () => {
    const { headers } = await get('/uploads/drawing_0123456789.SVG')
    expect(headers['content-disposition']).toBe('attachment')
    expect(headers['content-security-policy']).toContain('sandbox')
  })
})

describe('other uploads', () => {
  it('come from the CMS, in ranges', async () => {
    const { statusCode, rawPayload, headers } = await get('/uploads/video.mp4', { range: 'bytes=10-19' })
    expect(statusCode).toBe(206)
    expect(rawPayload).toEqual(VIDEO.subarray(10, 20))
    expect(headers['content-security-policy']).toContain("script-src 'none'")
    expect(headers['cache-control']).toBe('public, max-age=3600')
  })

  it('that a browser could run are downloaded as well', async () => {
    const { headers } = await get('/uploads/page.html?x=1.png')
    expect(headers['content-disposition']).toBe('attachment')
  })

  it.each([
    '/uploads/../news/index.html',
    '/uploads/%2e%2e/api/articles',
    '/uploads/',
    '/uploads',
    '/uploads//a.png',
  ])('%s is nothing of theirs', async (url) => {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(404)
    expect(body).toContain('没有这一页')
  })

  it('cannot be written through the portal', async () => {
    const { statusCode, body } = await portal.app.inject({ method: 'POST', url: '/uploads/a.png', body: 'x' })
    expect(statusCode).toBe(404)
    expect(body).not.toContain('"url"')
  })
})
