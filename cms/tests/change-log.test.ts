import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createColumn, createDraft, createPublished, publish, type Saved } from './setup/content.ts'
import { get } from './setup/http.ts'
import { PUBLICATION_TOKEN, startCms, type TestCms } from './setup/strapi.ts'

type Change = {
  sequence: number
  kind: string
  documentId: string
  event: string
  document: Record<string, unknown> | null
}

let cms: TestCms
let news: Saved
let notices: Saved

const bearer = { authorization: `Bearer ${PUBLICATION_TOKEN}` }
const articles = () => cms.strapi.documents('api::article.article')

async function follow(after: number, wait = 0) {
  const { body } = await get(cms, `/api/publication/changes?after=${after}&wait=${wait}`, bearer)
  return body as unknown as { data: Change[]; meta: { latest: number } }
}
const latest = async () => (await follow(Number.MAX_SAFE_INTEGER)).meta.latest
const eventsAfter = async (after: number) => (await follow(after)).data.map(({ kind, event }) => `${kind} ${event}`)

beforeAll(async () => {
  cms = await startCms()
  news = await createColumn(cms)
  notices = await createColumn(cms, { slug: 'notices', name: '通知公告', order: 2 })
})
afterAll(() => cms.stop())

describe('what is logged', () => {
  it('not a draft', async () => {
    const before = await latest()
    const draft = await createDraft(cms)
    await articles().update({ documentId: draft.documentId, data: { title: '改了' } as never })
    await articles().discardDraft({ documentId: draft.documentId } as never)
    await articles().delete({ documentId: draft.documentId })
    expect(await eventsAfter(before)).toEqual([])
  })

  it('the whole life of an article', async () => {
    const before = await latest()
    const { documentId } = await createPublished(cms)
    await articles().update({ documentId, data: { title: '新题' } as never })
    await publish(cms, { documentId })
    await articles().update({ documentId, data: { slug: 'another-place' } as never })
    await publish(cms, { documentId })
    await articles().update({ documentId, data: { column: notices.documentId } as never })
    await publish(cms, { documentId })
    await articles().unpublish({ documentId })
    await publish(cms, { documentId })
    await articles().delete({ documentId })
    expect((await follow(before)).data.map(({ event }) => event)).toEqual([
      'published',
      'updated',
      'moved',
      'moved',
      'unpublished',
      'published',
      'deleted',
    ])
  })

  it('publishing in one step, by create and by update', async () => {
    const before = await latest()
    const created = await articles().create({
      data: { title: '一步', body: '发布', column: news.documentId } as never,
      status: 'published',
    })
    await articles().update({ documentId: created.documentId, data: { title: '两步' } as never, status: 'published' })
    expect(await eventsAfter(before)).toEqual(['article published', 'article updated'])
    expect(created.publishedAt).toBeTruthy()
  })

  it('bulk publishing and unpublishing, each document once', async () => {
    const drafts = await Promise.all([1, 2, 3].map((number) => createDraft(cms, { title: `批量 ${number}` })))
    const manager = cms.strapi.plugin('content-manager').service('document-manager')
    const ids = drafts.map(({ documentId }) => documentId)
    const before = await latest()
    await manager.publishMany('api::article.article', ids)
    await manager.unpublishMany(ids, 'api::article.article')
    expect(await eventsAfter(before)).toEqual([
      ...Array<string>(3).fill('article published'),
      ...Array<string>(3).fill('article unpublished'),
    ])
  })

  it('settings and columns, which have no draft', async () => {
    const before = await latest()
    await cms.strapi
      .documents('api::site-setting.site-setting')
      .create({ data: { siteName: '智慧党建', collegeName: '学院' } as never })
    await cms.strapi
      .documents('api::column.column')
      .update({ documentId: news.documentId, data: { intro: '新简介' } as never })
    expect(await eventsAfter(before)).toEqual(['site-setting published', 'column updated'])
  })
})

describe('one transaction', () => {
  it('rolls the publication back when the log row cannot be written', async () => {
    const draft = await createDraft(cms)
    const before = await latest()
    const attempt = cms.strapi.db.transaction(async () => {
      await publish(cms, draft)
      throw new Error('after the publish')
    })
    await expect(attempt).rejects.toThrow('after the publish')
    expect(await latest()).toBe(before)
    const published = await articles().findOne({ documentId: draft.documentId, status: 'published' })
    expect(published).toBeNull()
  })

  it('numbers parallel publishes without gaps', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 12 }, (_, index) => createDraft(cms, { title: `并发 ${index}` })),
    )
    const before = await latest()
    await Promise.all(drafts.map((draft) => publish(cms, draft)))
    const { data } = await follow(before)
    expect(data.map(({ sequence }) => sequence)).toEqual(drafts.map((_, index) => before + 1 + index))
    expect(new Set(data.map(({ documentId }) => documentId)).size).toBe(drafts.length)
  })
})

describe('GET /api/publication/changes', () => {
  it.each([
    undefined,
    'Bearer',
    'Bearer wrong',
    `Basic ${PUBLICATION_TOKEN}`,
    `Bearer ${PUBLICATION_TOKEN}x`,
  ])('refuses the token %s', async (authorization) => {
    const { status, body } = await get(cms, '/api/publication/changes', authorization ? { authorization } : {})
    expect(status).toBe(401)
    expect(body.error?.details.code).toBe('UNAUTHORIZED')
  })

  it.each([
    'after=-1',
    'after=x',
    'after=1.5',
    'after=1e400',
    'wait=-1',
    'wait=61',
    'limit=3',
  ])('refuses %s', async (query) => {
    const { status, body } = await get(cms, `/api/publication/changes?${query}`, bearer)
    expect(status).toBe(400)
    expect(body.error?.details.code).toBe('BAD_REQUEST')
  })

  it('carries the document as it is public now, and nothing that is not', async () => {
    const before = await latest()
    const tag = await cms.strapi.documents('api::tag.tag').create({ data: { name: '主题教育' } as never })
    const { documentId, slug } = await createPublished(cms, { title: '公开题', tags: [tag.documentId] })
    await articles().update({ documentId, data: { title: '只在草稿里' } as never })
    const change = (await follow(before)).data.find((one) => one.documentId === documentId)
    expect(change?.document).toMatchObject({
      documentId,
      slug,
      title: '公开题',
      column: news.documentId,
      tags: [tag.documentId],
    })
    await articles().unpublish({ documentId })
    const changes = (await follow(before)).data.filter((one) => one.documentId === documentId)
    expect(changes.map(({ document }) => document)).toEqual([null, null])
  })

  it('waits for the next change and answers as soon as it is there', async () => {
    const draft = await createDraft(cms)
    const before = await latest()
    const answer = follow(before, 10)
    const startedAt = performance.now()
    await publish(cms, draft)
    const { data } = await answer
    expect(data.map(({ documentId }) => documentId)).toEqual([draft.documentId])
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })

  it('answers empty when the wait is over', async () => {
    expect((await follow(await latest(), 0.2)).data).toEqual([])
  })
})
