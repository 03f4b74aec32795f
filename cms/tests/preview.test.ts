/** Who gets a preview link, what it opens, and what it does not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkLink } from '../../site/server/preview/link.ts'
import { documentSchemas, type Kind, kinds } from '../../site/src/content/documents.ts'
import { publisher } from './setup/callers.ts'
import { createColumn, createDraft, createPublished, type Saved } from './setup/content.ts'
import { deskHeaders } from './setup/desk.ts'
import { get, send } from './setup/http.ts'
import { PREVIEW_SECRET, startCms, type TestCms } from './setup/strapi.ts'

type Headers = Record<string, string>
type Arrangement = {
  shows: string
  documents: { kind: Kind; document: Record<string, unknown> }[]
  target: { kind: Kind; documentId: string } | null
  notes: string[]
}

let cms: TestCms
let author: Headers
let stranger: Headers

async function save(kind: Kind, data: Record<string, unknown>): Promise<Saved> {
  return (await cms.strapi.documents(`api::${kind}.${kind}` as never).create({ data: data as never })) as never
}

async function linkOf(kind: Kind, documentId: string | null, headers = author, status = '') {
  const query = new URLSearchParams({ ...(documentId ? { documentId } : {}), ...(status ? { status } : {}) })
  const answer = await get(cms, `/content-manager/preview/url/api::${kind}.${kind}?${query}`, headers)
  const url = (answer.body.data as { url?: string } | undefined)?.url
  return { status: answer.status, url, link: url ? String(new URL(url).searchParams.get('link')) : '' }
}

const open = async (link: string, headers = publisher) => {
  const { status, body } = await send(cms, 'POST', '/api/preview/document', { link }, headers)
  return { status, arrangement: body.data as Arrangement | undefined, code: body.error?.details.code }
}

async function previewOf(kind: Kind, documentId: string | null, status = ''): Promise<Arrangement> {
  const { link } = await linkOf(kind, documentId, author, status)
  const { arrangement } = await open(link)
  return arrangement as Arrangement
}

const laid = (arrangement: Arrangement, kind: Kind) =>
  arrangement.documents.find((document) => document.kind === kind)?.document ?? {}

beforeAll(async () => {
  cms = await startCms()
  const column: Partial<Record<Kind, string>> = {}
  for (const kind of ['article', 'speech', 'policy', 'lesson', 'micropost', 'representative', 'link', 'contact']) {
    column[kind as Kind] = (await createColumn(cms, { kind, slug: `column-${kind}`, name: kind })).documentId
  }
  author = await deskHeaders(cms, 'strapi-author')
  const role = await cms.strapi.service('admin::role').create({ name: '空', code: 'nobody', description: '' })
  stranger = await deskHeaders(cms, role.code)
})
afterAll(() => cms.stop())

describe('a link', () => {
  it('is given to who may read the document in the desk, for a quarter of an hour', async () => {
    const draft = await createDraft(cms)
    const { url, link } = await linkOf('article', draft.documentId)
    expect(url).toMatch(/^http:\/\/portal\.example\/preview\/\?link=[\w-]+\.[\w-]+$/)
    const checked = checkLink(link, PREVIEW_SECRET, new Date())
    expect(checked).toMatchObject({ state: 'valid', grant: { kind: 'article', documentId: draft.documentId } })
    expect(checkLink(link, PREVIEW_SECRET, new Date(Date.now() + 14 * 60_000)).state).toBe('valid')
    expect(checkLink(link, PREVIEW_SECRET, new Date(Date.now() + 15 * 60_000)).state).toBe('expired')
  })

  it('is given to nobody else', async () => {
    const draft = await createDraft(cms)
    expect((await linkOf('article', draft.documentId, stranger)).url).toBeUndefined()
    expect((await linkOf('article', draft.documentId, {})).status).toBe(401)
    expect((await linkOf('article', draft.documentId, publisher)).status).toBe(401)
    expect((await linkOf('article', 'nobodys000000000000000000')).url).toBeUndefined()
  })

  it('opens its one document for the portal’s server alone', async () => {
    const { documentId } = await createDraft(cms)
    const { link } = await linkOf('article', documentId)
    expect((await open(link)).arrangement?.target).toEqual({ kind: 'article', documentId })
    for (const headers of [{}, author, { authorization: `Bearer ${link}` }])
      expect((await open(link, headers)).status).toBe(401)
  })

  it('opens nothing once it is altered, forged or another’s', async () => {
    const [one, other] = [await createDraft(cms), await createDraft(cms)]
    const [payload, signature] = (await linkOf('article', one.documentId)).link.split('.')
    const [othersPayload] = (await linkOf('article', other.documentId)).link.split('.')
    const expired = Buffer.from(
      JSON.stringify({ kind: 'article', documentId: one.documentId, status: 'draft', expires: 1 }),
    ).toString('base64url')
    for (const link of [
      `${othersPayload}.${signature}`,
      `${payload}.`,
      `${payload}`,
      `${expired}.${signature}`,
      '',
      'x.y',
    ]) {
      expect(await open(link), link).toMatchObject({ status: 400, code: 'PREVIEW_LINK' })
      expect(checkLink(link, PREVIEW_SECRET, new Date()).state).toBe('foreign')
    }
  })

  it('is good for nothing else', async () => {
    const { documentId } = await createDraft(cms)
    const { link } = await linkOf('article', documentId)
    const headers = { authorization: `Bearer ${link}` }
    for (const path of [
      '/api/publication/changes',
      '/api/upload/files',
      '/content-manager/collection-types/api::article.article',
    ])
      expect((await get(cms, path, headers)).status, path).toBe(401)
    expect((await get(cms, `/api/articles/${documentId}?status=draft`, headers)).status).not.toBe(200)
  })
})

describe('what it opens', () => {
  it('is the draft as it would be if it were published now, beside its column', async () => {
    const draft = await createDraft(cms, { title: '桥隧夜课', slug: 'night' })
    const arrangement = await previewOf('article', draft.documentId)
    const article = documentSchemas.article.parse(laid(arrangement, 'article'))
    expect(article).toMatchObject({ title: '桥隧夜课', slug: 'night' })
    expect(Math.abs(Date.parse(article.displayDate) - Date.now())).toBeLessThan(60_000)
    expect(laid(arrangement, 'column')).toMatchObject({ documentId: article.column })
    expect(arrangement.notes).toEqual([])
  })

  it('is the unpublished edit of a published post, or on request what is published', async () => {
    const { documentId } = await createPublished(cms, { title: '旧题' })
    await cms.strapi.documents('api::article.article').update({ documentId, data: { title: '新题' } as never })
    expect(laid(await previewOf('article', documentId), 'article').title).toBe('新题')
    expect(laid(await previewOf('article', documentId, 'published'), 'article').title).toBe('旧题')
  })

  it('changes nothing: no number is used up, nothing is logged', async () => {
    const { documentId } = await createDraft(cms)
    const tables = () => Promise.all(['counters', 'publication_changes'].map((name) => cms.strapi.db.connection(name)))
    const before = await tables()
    await previewOf('article', documentId)
    expect(await tables()).toEqual(before)
  })

  it('shows a draft that lacks everything, and says what', async () => {
    const { documentId } = await createDraft(cms, { title: null, body: null })
    await cms.strapi.db.query('api::article.article').updateMany({ where: { documentId }, data: { slug: null } })
    await cms.strapi.documents('api::article.article').update({ documentId, data: { column: null } as never })
    const arrangement = await previewOf('article', documentId)
    expect(documentSchemas.article.parse(laid(arrangement, 'article')).title).toBe('（还没有标题）')
    expect(arrangement.notes.join()).toMatch(/标题、正文.*还没有选择栏目/)
  })

  it('is shown at an address of its own when another holds the draft’s', async () => {
    const published = await createPublished(cms)
    const draft = await createDraft(cms)
    await cms.strapi.db
      .query('api::article.article')
      .updateMany({ where: { documentId: draft.documentId, publishedAt: null }, data: { slug: `${published.slug}x` } })
    await cms.strapi.db.query('api::article.article').updateMany({
      where: { documentId: published.documentId, publishedAt: { $notNull: true } },
      data: { slug: `${published.slug}x` },
    })
    const arrangement = await previewOf('article', draft.documentId)
    expect(laid(arrangement, 'article').slug).toBe(draft.documentId)
    expect(arrangement.notes.join()).toContain('网址短名')
  })

  it('says when the document is gone', async () => {
    const { documentId } = await createDraft(cms)
    const { link } = await linkOf('article', documentId)
    await cms.strapi.documents('api::article.article').delete({ documentId })
    expect((await open(link)).arrangement).toMatchObject({ target: null, notes: [expect.stringContaining('不在了')] })
  })
})

describe('every kind', () => {
  const samples: Record<Kind, Record<string, unknown>> = {
    article: { title: '文章', body: '文' },
    speech: { title: '讲话', speaker: '书记', body: '同志们' },
    policy: { title: '办法', body: '第一条' },
    lesson: { title: '课程' },
    micropost: { text: '短讯' },
    representative: { name: '陈守拙' },
    column: { name: '新栏目', slug: 'new-column', kind: 'article', module: 'portal', visible: false, reviewLevels: 0 },
    link: { title: '共产党员网', url: 'https://www.12371.cn/' },
    'link-group': { name: '上级单位' },
    tag: { name: '支部建设' },
    topic: { name: '党章学习' },
    page: { title: '隐私声明', body: '文' },
    'site-setting': { siteName: '智慧党建', collegeName: '学院' },
    contact: { phone: '029-00000000', offices: [{ name: '组织部' }] },
  }

  it.each(kinds)('%s has a page to be shown on, in the shape that the site knows', async (kind) => {
    const saved = await save(kind, samples[kind])
    if (kind === 'tag') await createPublished(cms, { tags: [saved.documentId] })
    const { shows, documents, target, notes } = await previewOf(
      kind,
      ['site-setting', 'contact'].includes(kind) ? null : saved.documentId,
    )
    expect(target, notes.join()).not.toBeNull()
    expect(shows).toBe(['column', 'link-group', 'tag', 'topic', 'site-setting'].includes(kind) ? 'saved' : 'draft')
    expect(documents.map((one) => one.kind)).toContain(kind)
    for (const { kind: laidKind, document } of documents)
      expect(documentSchemas[laidKind].safeParse(document).error?.issues ?? [], laidKind).toEqual([])
  })
})
