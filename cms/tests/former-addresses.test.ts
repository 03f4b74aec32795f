/** Where public documents stood before: remembered in the transaction that moves them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createColumn, createDraft, createPublished, publish, type Saved } from './setup/content.ts'
import { get } from './setup/http.ts'
import { passReview } from './setup/review.ts'
import { PUBLICATION_TOKEN, startCms, type TestCms } from './setup/strapi.ts'

type Place = { column?: string | null; slug: string; leftAt: string }
type Change = { documentId: string; document: { formerAddresses?: Place[]; formerSlugs?: Place[] } | null }

let cms: TestCms
let news: Saved
let notices: Saved

const articles = () => cms.strapi.documents('api::article.article')
const pages = () => cms.strapi.documents('api::page.page')
const columns = () => cms.strapi.documents('api::column.column')
const rowsOf = (documentId: string): Promise<unknown[]> =>
  cms.strapi.db.connection('former_addresses').where({ document_id: documentId })

async function lastDocument(documentId: string): Promise<Change['document']> {
  const { body } = await get(cms, '/api/publication/changes?after=0', { authorization: `Bearer ${PUBLICATION_TOKEN}` })
  const of = (body as unknown as { data: Change[] }).data.filter((change) => change.documentId === documentId)
  return of.at(-1)?.document ?? null
}
const formerAddresses = async (documentId: string) =>
  (await lastDocument(documentId))?.formerAddresses?.map(({ column, slug }) => ({ column, slug }))

async function republish(documentId: string, data: Record<string, unknown>) {
  await articles().update({ documentId, data: data as never })
  await publish(cms, { documentId })
}

beforeAll(async () => {
  cms = await startCms()
  news = await createColumn(cms)
  notices = await createColumn(cms, { slug: 'notices', name: '通知公告', order: 2 })
})
afterAll(() => cms.stop())

describe('a post', () => {
  it('brings the addresses it had while it was public, the last one first, its present one not', async () => {
    const { documentId } = await createPublished(cms, { slug: 'one' })
    expect(await formerAddresses(documentId)).toEqual([])
    await republish(documentId, { slug: 'two' })
    await articles().update({ documentId, data: { slug: 'never-public' } as never })
    await republish(documentId, { slug: 'two', column: notices.documentId })
    expect(await formerAddresses(documentId)).toEqual([
      { column: news.documentId, slug: 'two' },
      { column: news.documentId, slug: 'one' },
    ])
    await republish(documentId, { slug: 'one', column: news.documentId })
    expect(await formerAddresses(documentId)).toEqual([
      { column: notices.documentId, slug: 'two' },
      { column: news.documentId, slug: 'two' },
    ])
  })

  it('remembers across an unpublication and forgets when it is deleted', async () => {
    const { documentId } = await createPublished(cms, { slug: 'away' })
    await articles().unpublish({ documentId })
    await republish(documentId, { slug: 'back' })
    expect(await formerAddresses(documentId)).toEqual([{ column: news.documentId, slug: 'away' }])
    await articles().unpublish({ documentId })
    await articles().delete({ documentId })
    expect(await rowsOf(documentId)).toEqual([])
  })

  it('remembers nothing when the publication is rolled back', async () => {
    const { documentId } = await createPublished(cms, { slug: 'stays' })
    const attempt = cms.strapi.db.transaction(async () => {
      await republish(documentId, { slug: 'does-not-stay' })
      throw new Error('after the publish')
    })
    await expect(attempt).rejects.toThrow('after the publish')
    expect(await rowsOf(documentId)).toEqual([])
  })

  it('as a draft has no address to remember', async () => {
    const { documentId } = await createDraft(cms, { slug: 'draft' })
    await articles().update({ documentId, data: { slug: 'other-draft' } as never })
    expect(await rowsOf(documentId)).toEqual([])
  })
})

it('a free page that becomes a guide leaves its own address', async () => {
  const { documentId } = await pages().create({
    data: { title: '党费', slug: 'dues', body: '文' } as never,
  })
  await passReview(cms, documentId, 'page', 2)
  await pages().publish({ documentId } as never)
  await pages().update({ documentId, data: { column: news.documentId } as never, status: 'published' })
  expect(await formerAddresses(documentId)).toEqual([{ column: null, slug: 'dues' }])
  await pages().update({ documentId, data: { slug: 'fees' } as never, status: 'published' })
  expect(await formerAddresses(documentId)).toEqual([{ column: null, slug: 'dues' }])
})

it('a column brings the slugs it had', async () => {
  const { documentId } = await createColumn(cms, { slug: 'old-name', order: 3 })
  await columns().update({ documentId, data: { slug: 'new-name' } as never })
  await columns().update({ documentId, data: { name: '新名' } as never })
  const document = await lastDocument(documentId)
  expect(document?.formerSlugs).toEqual([{ slug: 'old-name', leftAt: expect.stringMatching(/Z$/) }])
})
