/** What the desk is told about the way to the readers. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logInDesk, publisher } from './setup/callers.ts'
import { createColumn, createDraft, createPublished, publish } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { failureOf, healthy, latestSequence, reportOf, sendReport } from './setup/reports.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let editor: Record<string, string>
let columnId: string

beforeAll(async () => {
  cms = await startCms()
  columnId = (await createColumn(cms)).documentId
  editor = await logInDesk(cms, 'strapi-editor')
})
afterAll(() => cms.stop())
beforeEach(async () => {
  await sendReport(cms, reportOf(await latestSequence(cms)))
})

const pathOf = (documentId: string, kind = 'article') =>
  `/admin/publication/documents/api::${kind}.${kind}/${documentId}`

type Data = Record<string, unknown>
async function ask(path: string, headers = editor): Promise<Data> {
  const { status, body, text } = await get(cms, `/admin/publication${path}`, headers)
  expect(status, text).toBe(200)
  return body.data
}
const statusOf = (documentId: string, kind?: string) => ask(pathOf(documentId, kind).replace('/admin/publication', ''))

describe('the status of a document', () => {
  it('goes from draft to live', async () => {
    const draft = await createDraft(cms)
    expect(await statusOf(draft.documentId)).toMatchObject({ state: 'unpublished', change: null, mayRetry: true })
    await publish(cms, draft)
    expect(await statusOf(draft.documentId)).toMatchObject({
      ...{ state: 'goingLive', change: { event: 'published', liveAt: null, ms: null, pages: [] } },
      ...{ engineIsAway: false, siteUrl: 'http://portal.example' },
    })
    const sequence = await latestSequence(cms)
    const changes = [{ sequence, durationMs: 9, pages: ['/news/a/', '/news/', '/'], pageCount: 3 }]
    const report = reportOf(sequence, { changes })
    await sendReport(cms, report)
    const status = await statusOf(draft.documentId)
    expect(status).toMatchObject({
      state: 'live',
      change: { event: 'published', liveAt: report.liveAt, pages: ['/news/a/', '/news/', '/'], pageCount: 3 },
    })
    const { at, ms } = status.change as { at: string; ms: number }
    expect(ms).toBe(Date.parse(report.liveAt) - Date.parse(at))
  })

  it('goes from live to offline', async () => {
    const { documentId } = await createPublished(cms)
    await sendReport(cms, reportOf(await latestSequence(cms)))
    await cms.strapi.documents('api::article.article').unpublish({ documentId })
    expect(await statusOf(documentId)).toMatchObject({ state: 'goingOffline', change: { event: 'unpublished' } })
    await sendReport(cms, reportOf(await latestSequence(cms)))
    expect(await statusOf(documentId)).toMatchObject({ state: 'offline' })
  })

  it('fails page by page, and is mended by trying again', async () => {
    const { documentId } = await createPublished(cms)
    const failures = [
      failureOf(documentId, { address: '/news/a/', code: 'WRITE_FAILED', reason: 'EACCES', oldStands: false }),
      failureOf(documentId, { address: '/news/', oldStands: true }),
    ]
    await sendReport(cms, reportOf(await latestSequence(cms), { failures }))
    expect(await statusOf(documentId)).toMatchObject({
      state: 'failed',
      failures: [
        { address: '/news/', code: 'RENDER_FAILED', oldStands: true },
        { address: '/news/a/', code: 'WRITE_FAILED', reason: 'EACCES', oldStands: false },
      ],
    })
    const { status, body } = await send(cms, 'POST', `${pathOf(documentId)}/retry`, undefined, editor)
    expect(status).toBe(200)
    const { sequence } = body.data as { sequence: number }
    expect(await statusOf(documentId)).toMatchObject({ state: 'goingLive', change: { event: 'retried' }, failures: [] })
    const follow = await get(cms, `/api/publication/changes?after=${sequence - 1}`, publisher)
    expect(follow.body.data).toMatchObject([{ sequence, event: 'retried', documentId, document: { documentId } }])
    await sendReport(cms, reportOf(sequence))
    expect(await statusOf(documentId)).toMatchObject({ state: 'live' })
  })

  it('fails while the engine is stopped, and says why', async () => {
    const { documentId } = await createPublished(cms)
    const problem = { code: 'READ_ONLY', reason: 'EROFS' } as const
    await sendReport(cms, reportOf(await latestSequence(cms), { problem }))
    expect(await statusOf(documentId)).toMatchObject({ state: 'failed', problem })
  })

  it('of what has no draft follows its saving', async () => {
    const columns = cms.strapi.documents('api::column.column')
    await columns.update({ documentId: columnId, data: { intro: '新简介' } as never })
    expect(await statusOf(columnId, 'column')).toMatchObject({ state: 'goingLive', change: { event: 'updated' } })
    await sendReport(cms, reportOf(await latestSequence(cms)))
    expect(await statusOf(columnId, 'column')).toMatchObject({ state: 'live' })
  })

  it('says that the publisher is away', async () => {
    const { documentId } = await createPublished(cms)
    const longAgo = Date.now() - 61_000
    await cms.strapi.db.connection('publication_engine').update({ seen_at_ms: longAgo })
    await cms.restart()
    expect(await statusOf(documentId)).toMatchObject({ state: 'goingLive', engineIsAway: true })
    expect(await ask('/engine')).toMatchObject({ state: 'away', seenAt: new Date(longAgo).toISOString() })
    await get(cms, '/api/publication/changes?after=0', publisher)
    expect(await statusOf(documentId)).toMatchObject({ engineIsAway: false })
  })

  it.each([
    ['an unknown kind', '/admin/publication/documents/api::nothing.nothing/x', 'GET'],
    ['a kind of Strapi’s own', '/admin/publication/documents/admin::user/1', 'GET'],
    ['a document that never was', `${pathOf('nothing')}/retry`, 'POST'],
  ])('is not found for %s', async (_name, path, method) => {
    const { status, body } = await send(cms, method, path, undefined, editor)
    expect([status, body.error?.message]).toEqual([404, '没有找到。'])
  })
})

describe('who may know', () => {
  it('goes by the document where a permission holds for their own only', async () => {
    const role = await cms.strapi.service('admin::role').create({ code: 'own-only', name: '只看自己', description: '' })
    await cms.strapi.service('admin::role').assignPermissions(role.id, [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: 'api::article.article',
        properties: { fields: ['title'] },
        conditions: ['admin::is-creator'],
      },
    ])
    const own = await logInDesk(cms, 'own-only')
    const { documentId } = await createPublished(cms, { title: '别人的稿件' })
    await sendReport(cms, reportOf(await latestSequence(cms), { failures: [failureOf(documentId)] }))
    expect((await get(cms, pathOf(documentId), own)).status).toBe(403)
    expect((await get(cms, pathOf(columnId, 'column'), own)).status).toBe(403)
    expect((await ask('/recent', own)).changes).toEqual([])
    expect(await ask('/engine', own)).toMatchObject({ failureCount: 1, failures: [{ document: null }] })
    expect(JSON.stringify(await ask('/engine', own))).not.toContain('别人的稿件')
  })
})

describe('the home of the desk', () => {
  it('shows what waits, what fails and how big the site is', async () => {
    const { documentId } = await createPublished(cms, { title: '渲染不了的稿件' })
    const rebuild = { done: 10, total: 40, startedAt: new Date(Date.now() - 10_000).toISOString() }
    const health = { ...healthy, queue: 4, freeBytes: 5000, rebuild }
    const failures = [failureOf(documentId), failureOf(null, { address: '/', code: 'RENDER_TIMEOUT' })]
    await createPublished(cms)
    await sendReport(cms, reportOf((await latestSequence(cms)) - 1, { failures, health }))
    const engine = await ask('/engine')
    expect(engine).toMatchObject({
      ...{ state: 'rebuilding', waiting: { count: 1 }, failureCount: 2 },
      health: { pages: 120, queue: 4, isDiskLow: true, release: healthy.release, rebuild: { done: 10, total: 40 } },
      failures: expect.arrayContaining([
        expect.objectContaining({ address: '/', code: 'RENDER_TIMEOUT', document: null }),
        expect.objectContaining({
          code: 'RENDER_FAILED',
          document: { uid: 'api::article.article', documentId, title: '渲染不了的稿件', mayRetry: true },
        }),
      ]),
    })
    const recent = (await ask('/recent')).changes as Data[]
    expect(recent.find((change) => change.documentId === documentId)).toMatchObject({ ms: null, isFailing: true })
    expect(recent[0]).toMatchObject({ ms: null, isFailing: false })
    const { secondsLeft } = (engine.health as { rebuild: { secondsLeft: number } }).rebuild
    expect(secondsLeft).toBeGreaterThan(20)
  })

  it('shows who published what, and what took longest', async () => {
    const draft = await createDraft(cms, { title: '由审核人发布' })
    const publishing = '/content-manager/collection-types/api::article.article'
    await send(cms, 'POST', `${publishing}/${draft.documentId}/actions/publish`, {}, editor)
    const sequence = await latestSequence(cms)
    await sendReport(cms, { ...reportOf(sequence), liveAt: new Date(Date.now() + 900_000).toISOString() })
    const { changes, slowest } = (await ask('/recent')) as { changes: Data[]; slowest: Data[] }
    const expected = {
      ...{ sequence, uid: 'api::article.article', documentId: draft.documentId, title: '由审核人发布' },
      ...{ actor: 'strapi-editor', event: 'published', ms: expect.any(Number) },
    }
    expect(changes[0]).toMatchObject(expected)
    expect(slowest[0]).toMatchObject(expected)
  })

  it('leaves out what the system did by itself', async () => {
    const { documentId } = await createPublished(cms, { title: '图片后来变小了' })
    await publish(cms, { documentId })
    const { changes } = (await ask('/recent')) as { changes: Data[] }
    const events = changes.filter((change) => change.documentId === documentId).map(({ event }) => event)
    expect(events).toEqual(['published'])
  })

  it('has something to say before anything happened', async () => {
    const knex = cms.strapi.db.connection
    await knex('publication_changes').del()
    await knex('publication_engine').del()
    expect(await ask('/recent')).toMatchObject({ changes: [], slowest: [] })
    expect(await ask('/engine')).toMatchObject({ state: 'idle', health: null, waiting: { count: 0, since: null } })
  })
})
