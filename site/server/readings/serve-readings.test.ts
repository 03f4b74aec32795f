/** What readers are told of readings, and what a proxy tells. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPortal, type Portal } from '../testing/portal.ts'

const MOVED =
  '<!doctype html><meta http-equiv="refresh" content="0;url=/news/a/"><link rel="canonical" href="/news/a/"><a href="/news/a/">a</a>'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
  await portal.release('1', { 'index.html': '首页', 'news/a/index.html': '甲', 'news/old/index.html': MOVED })
})
afterAll(() => portal.close())

const count = async (url: string) => {
  const { statusCode, body, headers } = await portal.get(url)
  return { status: statusCode, body: statusCode === 200 ? JSON.parse(body) : null, kept: headers['cache-control'] }
}

describe('the count of a page', () => {
  it.each([
    '/readings/',
    '/readings/news/a/',
    '/readings/news/a/?from=weixin',
  ])('%s is told for a minute', async (url) => {
    expect(await count(url)).toEqual({ status: 200, body: { count: 1234 }, kept: 'public, max-age=60' })
  })

  it.each(['/readings/nowhere/', '/readings/news/a', '/readings/..%2f'])('%s is none', async (url) => {
    expect((await count(url)).status).toBe(404)
  })

  it('is unknown while the CMS is away', async () => {
    const app = await portal.startWithoutCms()
    const { statusCode, json } = await app.inject('/readings/')
    expect([statusCode, json().error.code]).toEqual([503, 'READINGS_UNKNOWN'])
    await app.close()
  })
})

describe('a proxy that serves pages', () => {
  it('tells each, and is answered with nothing', async () => {
    const { statusCode, body } = await portal.get('/readings/', { 'x-portal-page': '/news/a/?from=1' })
    expect([statusCode, body]).toEqual([204, ''])
  })
})
