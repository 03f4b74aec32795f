/** What the home of the desk shows of readers and of columns that stand still. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInDesk, publisher } from './setup/callers.ts'
import { createColumn, createPublished, publish } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let author: Record<string, string>

const BEIJING_MS = 8 * 60 * 60 * 1000
const today = () => new Date(Date.now() + BEIJING_MS).toISOString().slice(0, 10)
const report = (readings: unknown, id: unknown = randomUUID()) =>
  send(cms, 'POST', '/api/readings', { id, readings }, publisher)

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms, { staleAfterDays: 14 })
  author = await logInDesk(cms, 'strapi-author')
})
afterAll(() => cms.stop())

describe('readings', () => {
  it('are added up by page and day, a report that comes twice once', async () => {
    const { documentId, slug } = await createPublished(cms, { title: '夜间检测课' })
    const address = `/news/${slug}/`
    const id = randomUUID()
    for (let twice = 0; twice < 2; twice += 1) {
      const { status } = await report([{ day: today(), address, count: 3 }], id)
      expect(status).toBe(200)
    }
    await report([
      { day: today(), address, count: 2 },
      { day: today(), address: '/', count: 1 },
      { day: '2020-01-01', address, count: 90 },
    ])
    const { body } = await get(cms, '/admin/home/readings', author)
    const { top, days } = body.data as { top: unknown[]; days: { day: string; count: number }[] }
    expect(top).toMatchObject([
      { address, count: 5, title: '夜间检测课', document: { uid: 'api::article.article', documentId } },
      { address: '/', count: 1, title: '首页', document: null },
    ])
    expect(days).toHaveLength(14)
    expect(days.at(-1)).toEqual({ day: today(), count: 6 })
  })

  it('are told to readers in all, also of days that are forgotten and of where a page stood before', async () => {
    const { documentId, slug } = await createPublished(cms, { title: '改过网址的稿件' })
    const countOf = async (address: string) =>
      (await get(cms, `/api/readings?${new URLSearchParams({ address })}`, publisher)).body.data
    await report([{ day: '2020-01-01', address: `/news/${slug}/`, count: 4 }])
    await report([{ day: today(), address: `/news/${slug}/`, count: 3 }])
    expect(await countOf(`/news/${slug}/`)).toEqual({ count: 7 })
    await cms.strapi.documents('api::article.article').update({ documentId, data: { slug: 'another-slug' } as never })
    await publish(cms, { documentId })
    await report([{ day: today(), address: '/news/another-slug/', count: 1 }])
    expect(await countOf('/news/another-slug/')).toEqual({ count: 8 })
    expect(await countOf('/nowhere/')).toEqual({ count: 0 })
    for (const wrong of ['', 'x', '/rss.xml', `/${'a'.repeat(300)}/`])
      expect((await get(cms, `/api/readings?${new URLSearchParams({ address: wrong })}`, publisher)).status).toBe(400)
  })

  it('are put together by day, column and page for the desk, and as a table', async () => {
    const statistics = async (days: string) => await get(cms, `/admin/statistics/readings?days=${days}`, author)
    const { body } = await statistics('30')
    const { days, columns, top, total } = body.data as Record<string, never[]> & { total: number }
    expect([days.length, columns[0], top[0], total > 90]).toMatchObject([
      30,
      { name: '党建要闻' },
      { title: '夜间检测课' },
      true,
    ])
    expect((await statistics('8')).status).toBe(400)
    const table = await fetch(`${cms.url}/admin/statistics/readings/export?days=7`, { headers: author })
    expect(table.headers.get('content-disposition')).toContain('attachment')
    expect(await table.text()).toMatch(/^\ufeff?网址,标题,阅读次数\r\n\/news\//)
    expect((await get(cms, '/admin/statistics/readings')).status).toBe(401)
  })

  it.each([
    ['no number', [{ day: '2026-11-26', address: '/', count: '1' }]],
    ['none', [{ day: '2026-11-26', address: '/', count: 0 }]],
    ['no day', [{ day: '2026-13-26', address: '/', count: 1 }]],
    ['no page', [{ day: '2026-11-26', address: 'news', count: 1 }]],
    ['too many', Array.from({ length: 501 }, () => ({ day: '2026-11-26', address: '/', count: 1 }))],
    ['no list', null],
  ])('that are %s are refused', async (_what, readings) => {
    const { status, body } = await report(readings)
    expect([status, body.error?.details.code]).toEqual([400, 'BAD_REQUEST'])
  })

  it('come from the portal alone', async () => {
    for (const headers of [{}, author]) expect((await send(cms, 'POST', '/api/readings', {}, headers)).status).toBe(401)
  })
})

describe('columns that stand still', () => {
  it('are named with the days that they do', async () => {
    const ages = async () => (await get(cms, '/admin/home/stale-columns', author)).body.data
    const old = await createColumn(cms, { slug: 'talent', name: '人才天地', order: 2, staleAfterDays: 14 })
    await createColumn(cms, { slug: 'theory', name: '理论研究', order: 3, staleAfterDays: 0 })
    await createPublished(cms, { column: old.documentId, displayDate: '2026-01-01T00:00:00Z' })
    expect(await ages()).toMatchObject([{ name: '人才天地', staleAfterDays: 14, daysQuiet: expect.any(Number) }])
    await createPublished(cms, { column: old.documentId })
    expect(await ages()).toEqual([])
  })

  it('are told to nobody outside', async () => {
    expect((await get(cms, '/admin/home/stale-columns')).status).toBe(401)
    expect((await get(cms, '/admin/home/readings', publisher)).status).toBe(401)
  })
})
