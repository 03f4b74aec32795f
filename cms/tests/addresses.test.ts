import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createColumn, createDraft, createPublished, publish, refusalOf, type Saved } from './setup/content.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let news: Saved

const articles = () => cms.strapi.documents('api::article.article')

beforeAll(async () => {
  cms = await startCms()
  news = await createColumn(cms)
})
afterAll(() => cms.stop())

describe('slugs', () => {
  it('are made from the Beijing day and a number', async () => {
    const displayDate = '2026-03-01T16:30:00.000Z'
    const slugs = [await createDraft(cms, { displayDate }), await createDraft(cms, { displayDate, slug: '' })]
    expect(slugs.map(({ slug }) => slug)).toEqual(['20260302-01', '20260302-02'])
  })

  it('made at the same moment differ', async () => {
    const displayDate = '2026-04-01T01:00:00.000Z'
    const drafts = await Promise.all(Array.from({ length: 10 }, () => createDraft(cms, { displayDate })))
    expect(new Set(drafts.map(({ slug }) => slug)).size).toBe(10)
  })

  it('step over one that an editor chose', async () => {
    await createDraft(cms, { slug: '20260501-01' })
    expect((await createDraft(cms, { displayDate: '2026-05-01T01:00:00.000Z' })).slug).toBe('20260501-02')
  })

  it('are unique, also for two creates at once', async () => {
    const attempts = await Promise.all([1, 2, 3].map(() => refusalOf(() => createDraft(cms, { slug: 'same-place' }))))
    expect(attempts.sort()).toEqual(['SLUG_TAKEN', 'SLUG_TAKEN', null].sort())
  })

  it('are unique among what is published, too', async () => {
    const first = await createPublished(cms, { slug: 'held' })
    await articles().update({ documentId: first.documentId, data: { slug: 'let-go' } as never })
    const second = await createDraft(cms, { slug: 'held' })
    expect(await refusalOf(() => publish(cms, second))).toBe('SLUG_TAKEN')
    await publish(cms, first)
    expect(await refusalOf(() => publish(cms, second))).toBeNull()
  })

  it.each([
    ['党建', 'SLUG_MALFORMED'],
    ['A B', 'SLUG_MALFORMED'],
    ['p', 'SLUG_RESERVED'],
  ])('%s is refused', async (slug, code) => {
    expect(await refusalOf(() => createDraft(cms, { slug }))).toBe(code)
  })

  it('of a copy are new', async () => {
    const original = await createDraft(cms, { slug: 'original' })
    const copy = (await articles().clone({ documentId: original.documentId } as never)) as unknown as {
      entries: Saved[]
    }
    expect(copy.entries[0]?.slug).toMatch(/^\d{8}-\d{2,}$/)
  })

  it('of columns keep the portal’s own addresses free', async () => {
    expect(await refusalOf(() => createColumn(cms, { slug: 'dynamics' }))).toBe('SLUG_RESERVED')
    expect(await refusalOf(() => createColumn(cms, { slug: 'news' }))).toBe('SLUG_TAKEN')
  })
})

describe('columns', () => {
  it('are filled in where a kind has one', async () => {
    const { documentId } = await createDraft(cms, { column: undefined })
    const draft = await articles().findOne({ documentId, populate: ['column'] as never })
    expect((draft as unknown as { column: Saved }).column.documentId).toBe(news.documentId)
  })

  it('are missed when there is none for the kind', async () => {
    expect(await refusalOf(() => createDraft(cms, { speaker: '某人' }, 'speech'))).toBe('COLUMN_MISSING')
  })

  it('are chosen by the editor where a kind has several', async () => {
    const notices = await createColumn(cms, { slug: 'notices', name: '通知公告' })
    const unplaced = await createDraft(cms, { column: undefined })
    expect(await refusalOf(() => publish(cms, unplaced))).toBe('COLUMN_MISSING')
    await articles().update({ documentId: unplaced.documentId, data: { column: notices.documentId } as never })
    expect(await refusalOf(() => publish(cms, unplaced))).toBeNull()
  })

  it('take their own kind only', async () => {
    const policies = await createColumn(cms, { slug: 'policies', name: '政策法规', kind: 'policy' })
    const misplaced = await createDraft(cms, { column: policies.documentId })
    expect(await refusalOf(() => publish(cms, misplaced))).toBe('COLUMN_KIND')
    expect(
      await refusalOf(() =>
        articles().create({
          data: { title: '题', body: '文', column: policies.documentId } as never,
          status: 'published',
        }),
      ),
    ).toBe('COLUMN_KIND')
  })

  it('with content are not deleted', async () => {
    await createDraft(cms)
    const remove = () => cms.strapi.documents('api::column.column').delete({ documentId: news.documentId })
    expect(await refusalOf(remove)).toBe('COLUMN_IN_USE')
  })
})

describe('microposts', () => {
  it('take nine pictures, not ten', async () => {
    await createColumn(cms, { slug: 'microblog', name: '党建微博', kind: 'micropost' })
    const pictures = Array.from({ length: 10 }, (_, index) => index + 1)
    expect(await refusalOf(() => createDraft(cms, { text: '短讯', pictures }, 'micropost'))).toBe('TOO_MANY_PICTURES')
  })

  it('take 500 characters, not 501', async () => {
    expect(await refusalOf(() => createDraft(cms, { text: '字'.repeat(500) }, 'micropost'))).toBeNull()
    expect(await refusalOf(() => createDraft(cms, { text: '字'.repeat(501) }, 'micropost'))).not.toBeNull()
  })
})

describe('the period of a public notice', () => {
  it.each([
    ['2026-06-08', '2026-06-08', null],
    ['2026-06-08', '2026-06-12', null],
    ['2026-06-12', '2026-06-08', 'PUBLICITY_REVERSED'],
    [null, '2026-06-08', null],
  ])('from %s until %s: %s', async (publicityFrom, publicityUntil, refusal) => {
    const data = { title: '任前公示', body: '文', publicityFrom, publicityUntil }
    expect(await refusalOf(() => createDraft(cms, data, 'article'))).toBe(refusal)
  })
})
