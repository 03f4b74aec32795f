/** Every way of publishing that there is, tried with a piece that lacks its reviews and with one that has them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, logInDesk } from './setup/callers.ts'
import { createColumn, createDraft, publish, refusalOf } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { nobody, passReview, reviewOf } from './setup/review.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const UID = 'api::article.article'
const ARTICLES = `/content-manager/collection-types/${UID}`

let cms: TestCms
let column: string
let administrator: Record<string, string>
let editor: Record<string, string>
let token: Record<string, string>

beforeAll(async () => {
  cms = await startCms()
  column = (await createColumn(cms, { reviewLevels: 3 })).documentId
  administrator = await logInDesk(cms, 'strapi-super-admin')
  editor = await logInDesk(cms, 'strapi-editor')
  token = await issueToken(cms, 'full-access')
})
afterAll(() => cms.stop())

const documents = () => cms.strapi.documents(UID)
const isPublic = async (documentId: string) => (await get(cms, `/api/articles/${documentId}`)).status === 200
const publicCount = () => cms.strapi.db.query(UID).count({ where: { publishedAt: { $notNull: true } } })
const actsOf = async (documentId: string) => {
  const rows = await cms.strapi.db.connection('review_acts').where({ document_id: documentId }).orderBy('step')
  return rows.map(({ act }: { act: string }) => act)
}
const form = { title: '未经审核', body: '正文。' }

type Way = (documentId: string) => Promise<unknown>
const fromAnswer = async (answer: Promise<{ status: number; body: { error?: { details: { code?: string } } } }>) => {
  const { status, body } = await answer
  if (status >= 400) throw Object.assign(new Error(`${status}`), { details: body.error?.details })
}

const ways: Record<string, Way> = {
  'the publish button': (id) => fromAnswer(send(cms, 'POST', `${ARTICLES}/${id}/actions/publish`, {}, editor)),
  'the publish button with a form': (id) =>
    fromAnswer(
      send(cms, 'POST', `${ARTICLES}/${id}/actions/publish`, { title: '草稿标题', body: '正文。' }, administrator),
    ),
  'bulk publish': (id) =>
    fromAnswer(send(cms, 'POST', `${ARTICLES}/actions/bulkPublish`, { documentIds: [id] }, administrator)),
  'REST PUT with a status': (id) =>
    fromAnswer(send(cms, 'PUT', `/api/articles/${id}?status=published`, { data: {} }, token)),
  'the document service': (id) => publish(cms, { documentId: id }),
  'an update with a status': (id) => documents().update({ documentId: id, status: 'published' } as never),
  'a publish of all languages': (id) => documents().publish({ documentId: id, locale: '*' } as never),
}

describe('a piece without its reviews stays inside', () => {
  it.each(Object.entries(ways))('%s', async (_name, way) => {
    const { documentId } = await createDraft(cms)
    expect(await refusalOf(() => way(documentId))).toBe('REVIEW_INCOMPLETE')
    expect(await isPublic(documentId)).toBe(false)
    expect(await actsOf(documentId)).toEqual([])
  })

  it.each(Object.entries(ways))('%s, with two levels of three', async (_name, way) => {
    const { documentId } = await createDraft(cms)
    await passReview(cms, documentId, 'article', 2)
    expect(await refusalOf(() => way(documentId))).toBe('REVIEW_INCOMPLETE')
    expect(await isPublic(documentId)).toBe(false)
  })

  it.each<[string, () => Promise<unknown>]>([
    [
      'written and published at once',
      () => documents().create({ data: { ...form, column }, status: 'published' } as never),
    ],
    [
      'REST POST with a status',
      () => fromAnswer(send(cms, 'POST', '/api/articles?status=published', { data: { ...form, column } }, token)),
    ],
    [
      'the button of a new form',
      () => fromAnswer(send(cms, 'POST', `${ARTICLES}/actions/publish`, { ...form, column }, administrator)),
    ],
    [
      'create with publishedAt',
      async () => {
        const data = { ...form, column, publishedAt: new Date() }
        const { documentId } = await documents().create({ data } as never)
        if (!(await isPublic(documentId))) throw Object.assign(new Error(), { details: { code: 'REVIEW_INCOMPLETE' } })
      },
    ],
  ])('%s', async (_name, way) => {
    const before = await publicCount()
    expect(await refusalOf(way)).toBe('REVIEW_INCOMPLETE')
    expect(await publicCount()).toBe(before)
  })

  it('an edit that comes along with the button is no way round', async () => {
    const { documentId } = await createDraft(cms)
    await passReview(cms, documentId)
    const changed = { title: '审核之后换掉的题目', body: '正文。' }
    const { status, body } = await send(
      cms,
      'POST',
      `${ARTICLES}/${documentId}/actions/publish`,
      changed,
      administrator,
    )
    expect(status).toBe(400)
    expect(body.error?.details.code).toBe('REVIEW_INCOMPLETE')
    expect(await isPublic(documentId)).toBe(false)
  })

  it('names the levels that are missing', async () => {
    const { documentId } = await createDraft(cms)
    await passReview(cms, documentId, 'article', 1)
    const { body } = await send(cms, 'POST', `${ARTICLES}/${documentId}/actions/publish`, {}, editor)
    expect(body.error?.message).toContain('还缺：复审、终审')
    expect(body.error?.details).toMatchObject({ missing: [2, 3] })
  })
})

describe('a piece with its reviews goes out', () => {
  it.each(Object.entries(ways))('%s', async (_name, way) => {
    const { documentId } = await createDraft(cms)
    await passReview(cms, documentId)
    expect(await refusalOf(() => way(documentId))).toBeNull()
    expect(await isPublic(documentId)).toBe(true)
    expect((await actsOf(documentId)).at(-1)).toBe('published')
    // unchanged, it needs nothing new
    expect(await refusalOf(() => way(documentId))).toBeNull()
  })

  it('what only says where and when it is shown needs no new review', async () => {
    const { documentId } = await createDraft(cms)
    await passReview(cms, documentId)
    await documents().update({ documentId, data: { slug: 'another-place', pinnedUntil: new Date() } } as never)
    expect(await refusalOf(() => publish(cms, { documentId }))).toBeNull()
    await documents().update({ documentId, data: { slug: 'a-third-place' } } as never)
    expect(await refusalOf(() => publish(cms, { documentId }))).toBeNull()
  })

  it('may be taken down and put up again, but an edit is a new version', async () => {
    const { documentId } = await createDraft(cms)
    await passReview(cms, documentId)
    await publish(cms, { documentId })
    await documents().unpublish({ documentId } as never)
    expect(await refusalOf(() => publish(cms, { documentId }))).toBeNull()
    await documents().update({ documentId, data: { title: '另一个题目' } } as never)
    expect(await refusalOf(() => publish(cms, { documentId }))).toBe('REVIEW_INCOMPLETE')
    await documents().discardDraft({ documentId } as never)
    expect(await refusalOf(() => publish(cms, { documentId }))).toBeNull()
  })

  it('the levels are those of the column it stands in now', async () => {
    const free = (await createColumn(cms, { slug: 'free', name: '免审栏目', reviewLevels: 0 })).documentId
    const { documentId } = await createDraft(cms, { column: free })
    expect(await refusalOf(() => publish(cms, { documentId }))).toBeNull()
    await documents().update({ documentId, data: { column } } as never)
    expect(await refusalOf(() => publish(cms, { documentId }))).toBe('REVIEW_INCOMPLETE')
  })

  it('what was public before there were reviews stays as it is', async () => {
    const old = await createColumn(cms, { slug: 'old', name: '老栏目', reviewLevels: 0 })
    const { documentId } = await createDraft(cms, { column: old.documentId })
    await publish(cms, { documentId })
    await cms.strapi
      .documents('api::column.column')
      .update({ documentId: old.documentId, data: { reviewLevels: 3 } as never })
    expect(await refusalOf(() => publish(cms, { documentId }))).toBeNull()
    await documents().update({ documentId, data: { title: '改过的题目' } } as never)
    expect(await refusalOf(() => publish(cms, { documentId }))).toBe('REVIEW_INCOMPLETE')
  })

  it('pages without a column need two levels', async () => {
    const page = await createDraft(cms, { title: '隐私说明' }, 'page')
    expect(await refusalOf(() => publish(cms, page, 'page'))).toBe('REVIEW_INCOMPLETE')
    await passReview(cms, page.documentId, 'page', 2)
    expect(await refusalOf(() => publish(cms, page, 'page'))).toBeNull()
  })
})

describe('a permission to publish at once', () => {
  const person = { id: null, name: '管理员', roles: [{ code: 'strapi-super-admin', name: '平台管理员' }] }
  const given = () => ({ person, now: new Date(), note: '防汛应急通知须立即发布' })

  it('is good for one version, once', async () => {
    const { documentId } = await createDraft(cms)
    await reviewOf(cms).permit({ kind: 'article', documentId }, given())
    await documents().update({ documentId, data: { title: '另一版' } } as never)
    expect(await refusalOf(() => publish(cms, { documentId }))).toBe('REVIEW_INCOMPLETE')
    await reviewOf(cms).permit({ kind: 'article', documentId }, given())
    expect(await refusalOf(() => publish(cms, { documentId }))).toBeNull()
    expect(await actsOf(documentId)).toEqual(['permitted', 'permitted', 'publishedUrgently'])
    await documents().unpublish({ documentId } as never)
    expect(await refusalOf(() => publish(cms, { documentId }))).toBe('REVIEW_INCOMPLETE')
  })

  it('is given by 平台管理员 alone', async () => {
    const { documentId } = await createDraft(cms)
    const attempt = () => reviewOf(cms).permit({ kind: 'article', documentId }, { ...given(), person: nobody(3) })
    expect(await refusalOf(attempt)).toBe('REVIEW_NOT_YOURS')
  })
})
