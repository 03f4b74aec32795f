import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPortal, type Portal } from './testing/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
  await portal.release('1', { '404.html': '<title>没有这一页</title>' })
})
afterAll(() => portal.close())

describe('what belongs to the CMS', () => {
  it('is passed on, with its query', async () => {
    const { body, headers } = await portal.get('/api/articles?sort=title')
    expect(JSON.parse(body)).toEqual({ method: 'GET', url: '/api/articles?sort=title' })
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('is passed on with what it sends', async () => {
    const { body } = await portal.app.inject({ method: 'POST', url: '/api/auth/local', payload: { identifier: 'x' } })
    expect(JSON.parse(body)).toEqual({ method: 'POST', url: '/api/auth/local' })
  })

  it.each([
    '/api/publication/changes?after=0',
    '/api/publication',
    '/api/preview/document',
    '/api/readings',
    '/api//publication/live',
    '/api/x/../publication/live',
    '/API/publication/changes',
    '/api/%70ublication/changes',
    '/%61pi/publication/changes',
  ])('%s is closed to the public', async (url) => {
    const { statusCode, body } = await portal.get(url)
    expect(statusCode).toBe(404)
    expect(body).toContain('没有这一页')
  })

  it('is kept by nobody on the way where it is for one person', async () => {
    const { headers } = await portal.get('/api/log-in')
    expect([headers['set-cookie'], headers['cache-control']]).toEqual([['session=1'], 'no-store'])
  })

  it('is missed with a Chinese sentence when the CMS is away', async () => {
    const alone = await portal.startWithoutCms()
    const { statusCode, body } = await alone.inject('/api/articles')
    await alone.close()
    expect(statusCode).toBe(503)
    expect(JSON.parse(body).error.details.code).toBe('CMS_AWAY')
  })
})

describe('the server itself', () => {
  it('says that it is well', async () => {
    const { statusCode, headers, body } = await portal.get('/healthz')
    expect([statusCode, headers['cache-control'], JSON.parse(body)]).toEqual([200, 'no-store', { status: 'ok' }])
  })
})
