/** What counts as a page that somebody read, and how the CMS is told. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beijingDay, countReadings, createReadings, type Readings } from './count-readings.ts'
import { tellReadings } from './tell-readings.ts'

const NOW = new Date('2026-11-26T16:30:00Z')
const BROWSER = 'Mozilla/5.0 (Linux; Android 8.0) Chrome/60 Mobile'

let app: FastifyInstance
let readings: Readings

beforeEach(() => {
  app = Fastify()
  readings = createReadings()
  countReadings(app, readings, () => NOW)
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
