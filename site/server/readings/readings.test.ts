/** What counts as a page that somebody read, and how the CMS is told. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLately } from '../callers/lately.ts'
import { beijingDay, countReadings, createCounter, createReadings, type Readings } from './count-readings.ts'
import { createKnownReadings } from './known-readings.ts'
import { tellReadings } from './tell-readings.ts'

const NOW = new Date('2026-11-26T16:30:00Z')
const BROWSER = 'Mozilla/5.0 (Linux; Android 8.0) Chrome/60 Mobile'

let app: FastifyInstance
let readings: Readings
let now: Date

beforeEach(() => {
  app = Fastify()
  readings = createReadings()
  now = NOW
  countReadings(app, createCounter({ readings, lately: createLately(60_000), now: () => now }))
  app.get('/missing/', (_request, reply) => reply.code(404).send(''))
  app.get('/known/', (_request, reply) => reply.code(304).send())
  app.get('/*', (_request, reply) => reply.type('text/html').send('<p>'))
})
afterEach(() => app.close())

const visit = async (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') => {
  await app.inject({ method, url, headers: { 'user-agent': BROWSER, ...headers } })
  return readings.take()
}
const once = (address: string) => [{ day: '2026-11-27', address, count: 1 }]

describe('a reading', () => {
  it.each([
    ['/', '/'],
    ['/news/', '/news/'],
    ['/news/a/?from=weixin', '/news/a/'],
    ['/known/', '/known/'],
  ])('%s counts for %s, on the day in Beijing', async (url, address) => {
    expect(await visit(url)).toEqual(once(address))
  })

  it.each([
    ['what is not there', '/missing/', {}],
    ['a feed', '/rss.xml', {}],
    ['a picture', '/uploads/a/', {}],
    ['the API', '/api/articles/', {}],
    ['a count', '/readings/news/', {}],
    ['a form', '/report/', {}],
    ['a preview', '/preview/?link=x', {}],
    ['a machine', '/', { 'user-agent': 'Baiduspider/2.0' }],
    ['a browser that fetches ahead', '/', { 'sec-purpose': 'prefetch' }],
  ])('is not %s', async (_what, url, headers) => {
    expect(await visit(url, headers as Record<string, string>)).toEqual([])
  })

  it('is not a question for the headers', async () => {
    expect(await visit('/', {}, 'HEAD')).toEqual([])
  })
})

describe('who opens a page again within a minute', () => {
  const again = async (headers: Record<string, string> = {}) => (await visit('/news/', headers)).length

  it('counts once, and again when the minute is over', async () => {
    expect([await again(), await again()]).toEqual([1, 0])
    now = new Date(NOW.getTime() + 60_000)
    expect(await again()).toBe(1)
  })

  it('is somebody else with another browser, language or address', async () => {
    const others: Record<string, string>[] = [
      { 'user-agent': 'Firefox' },
      { 'accept-language': 'zh' },
      { 'x-forwarded-for': '203.0.113.9' },
    ]
    const counted = [await again()]
    for (const headers of others) counted.push(await again(headers))
    expect(counted).toEqual([1, 1, 1, 1])
  })
})

it('the day begins at midnight in Beijing', () => {
  expect(beijingDay(new Date('2026-11-26T15:59:59.999Z'))).toBe('2026-11-26')
  expect(beijingDay(new Date('2026-11-26T16:00:00Z'))).toBe('2026-11-27')
})

describe('telling the CMS', () => {
  it('tells again under the same number what was not answered, and loses nothing', async () => {
    const cms = Fastify()
    const told: { id: string; readings: { count: number }[] }[] = []
    let isBroken = true
    cms.post('/api/readings', async (request, reply) => {
      told.push(request.body as (typeof told)[number])
      return isBroken ? reply.code(500).send() : { data: {} }
    })
    const cmsUrl = await cms.listen({ port: 0, host: '127.0.0.1' })
    const tell = tellReadings(app, readings, { cmsUrl, publicationToken: 'token-of-the-publication' })
    await app.inject({ url: '/news/', headers: { 'user-agent': BROWSER } })
    await tell()
    now = new Date(NOW.getTime() + 60_000)
    await app.inject({ url: '/news/', headers: { 'user-agent': BROWSER } })
    isBroken = false
    await tell()
    await tell()
    expect(told).toHaveLength(3)
    expect(told[1]).toEqual(told[0])
    expect(told[2]?.id).not.toBe(told[0]?.id)
    expect(told[2]?.readings).toEqual(once('/news/'))
    await cms.close()
  })
})

describe('asking the CMS', () => {
  it('happens once a minute for a page, and not for each reader', async () => {
    const cms = Fastify()
    let asked = 0
    cms.get('/api/readings', async (request) => {
      asked += 1
      expect(request.headers.authorization).toBe('Bearer token-of-the-publication')
      return { data: { count: asked * 10 } }
    })
    const cmsUrl = await cms.listen({ port: 0, host: '127.0.0.1' })
    let at = 0
    const readingsOf = createKnownReadings({ cmsUrl, publicationToken: 'token-of-the-publication' }, () => at)
    expect(await Promise.all([readingsOf('/news/'), readingsOf('/news/')])).toEqual([10, 10])
    at = 60_000
    expect(await readingsOf('/news/')).toBe(20)
    await cms.close()
    expect(await readingsOf('/other/')).toBeNull()
  })
})
