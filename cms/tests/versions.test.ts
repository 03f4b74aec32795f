/** Every save keeps a version; versions are read and restored by whoever may, and leave by no other way. */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, logInDesk } from './setup/callers.ts'
import { createColumn, createDraft, createPublished, publish } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Headers = Record<string, string>
type Version = { number: number; cause: string; actor: string | null; publishedAt: string | null }
type Full = Version & { snapshot: Record<string, unknown>; titles: Record<string, string>; fields: { label: string }[] }

let cms: TestCms
let editor: Headers
let author: Headers

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
  editor = await logInDesk(cms, 'strapi-editor')
  author = await logInDesk(cms, 'strapi-author')
})
afterAll(() => cms.stop())

const ARTICLES = '/content-manager/collection-types/api::article.article'
const pathOf = (documentId: string, rest = '', kind = 'article') =>
  `/admin/versions/api::${kind}.${kind}/${documentId}${rest}`

async function ask<Data>(path: string, headers = editor): Promise<Data> {
  const { status, body, text } = await get(cms, path, headers)
  expect(status, text).toBe(200)
  return body.data
}
const listOf = async (documentId: string, headers = editor) =>
  (await ask<{ versions: Version[] }>(pathOf(documentId), headers)).versions
const versionOf = (documentId: string, number: number | 'current') => ask<Full>(pathOf(documentId, `/${number}`))

async function save(documentId: string, data: object, headers = editor) {
  const { status, text } = await send(cms, 'PUT', `${ARTICLES}/${documentId}`, data, headers)
  expect(status, text).toBe(200)
}
const restore = (documentId: string, number: number, headers = editor) =>
  send(cms, 'POST', pathOf(documentId, `/${number}/restore`), undefined, headers)

describe('a version', () => {
  it('is kept of each save, with who, what and why', async () => {
    const { documentId } = await createDraft(cms, { title: '第一稿' })
    await save(documentId, { title: '第二稿' }, author)
    await publish(cms, { documentId })
    await cms.strapi.documents('api::article.article').unpublish({ documentId })
    await save(documentId, { title: '第三稿' })
    expect(await listOf(documentId)).toMatchObject([
      { number: 4, cause: 'saved', actor: 'strapi-editor', publishedAt: null },
      { number: 3, cause: 'published', publishedAt: expect.any(String) },
      { number: 2, cause: 'saved', actor: 'strapi-author', publishedAt: null },
      { number: 1, cause: 'imported', actor: null },
    ])
    const second = await versionOf(documentId, 2)
    expect(second.snapshot).toMatchObject({ title: '第二稿' })
    expect(second.fields[0]).toMatchObject({ name: 'title', label: '标题', type: 'text' })
    expect(second.titles[second.snapshot.column as string]).toBe('党建要闻')
  })

  it('is none of the same content again, and publishing marks what is there', async () => {
    const { documentId } = await createDraft(cms, { displayDate: '2026-01-01T00:00:00.000Z' })
    await save(documentId, { title: '草稿标题' })
    await save(documentId, { title: '草稿标题' })
    expect(await listOf(documentId)).toHaveLength(1)
    const published = await send(cms, 'POST', `${ARTICLES}/${documentId}/actions/publish`, {}, editor)
    expect(published.status).toBe(200)
    const [only, ...others] = await listOf(documentId)
    expect(others).toEqual([])
    expect(only).toMatchObject({ number: 1, publishedAt: expect.any(String), publishedBy: 'strapi-editor' })
  })

  it('is kept of copies, of drafts thrown away, and of what has no draft', async () => {
    const articles = cms.strapi.documents('api::article.article')
    const { documentId } = await createPublished(cms, { title: '原稿' })
    await save(documentId, { title: '改坏了' })
    await articles.discardDraft({ documentId })
    const [last] = await listOf(documentId)
    expect(last).toMatchObject({ cause: 'discarded', number: 4 })
    const copy = await articles.clone({ documentId, data: { title: '副本' } as never })
    expect(await listOf(copy?.documentId as string)).toMatchObject([{ number: 1, cause: 'imported' }])
    const tag = await cms.strapi.documents('api::tag.tag').create({ data: { name: '夜校' } as never })
    const [saved] = (await ask<{ versions: Version[] }>(pathOf(tag.documentId, '', 'tag'))).versions
    expect(saved).toMatchObject({ number: 1, cause: 'imported' })
  })

  it('has a number of its own when many save at once', async () => {
    const { documentId } = await createDraft(cms)
    await Promise.all(Array.from({ length: 6 }, (_, index) => save(documentId, { title: `第 ${index} 人` })))
    const numbers = (await listOf(documentId)).map(({ number }) => number)
    expect(numbers).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it('is gone when its save is', async () => {
    const { documentId } = await createDraft(cms)
    await createDraft(cms, { slug: 'taken-slug' })
    const { status } = await send(cms, 'PUT', `${ARTICLES}/${documentId}`, { slug: 'taken-slug' }, editor)
    expect(status).toBe(400)
    expect(await listOf(documentId)).toHaveLength(1)
  })

  it('goes at night when it is old, was never public and is not the last', async () => {
    const { documentId } = await createPublished(cms)
    await save(documentId, { title: '二' })
    await save(documentId, { title: '三' })
    const rows = () => cms.strapi.db.connection('document_versions').where({ document_id: documentId })
    await rows().update({ at_ms: Date.now() - 400 * 24 * 60 * 60 * 1000 })
    const load = createRequire(import.meta.url)
    const { thinVersionsJob } = load('../dist/src/jobs/thin-versions.js') as {
      thinVersionsJob: (strapi: unknown) => { task: () => Promise<void> }
    }
    await thinVersionsJob(cms.strapi).task()
    const left: { number: number }[] = await rows().select('number').orderBy('number')
    expect(left.map(({ number }) => number)).toEqual([1, 2, 4].filter((number) => number !== 1))
  })
})

describe('a restore', () => {
  it('is a new version with the old content, and publishes nothing', async () => {
    const { documentId } = await createPublished(cms, { title: '好的标题', body: '好的正文。' })
    const publishedNumber = (await listOf(documentId))[0].number
    await save(documentId, { title: '坏的标题', body: '坏的正文。' })
    const { status, body } = await restore(documentId, publishedNumber, author)
    expect([status, body.data]).toEqual([200, { gone: [] }])
    const [last] = await listOf(documentId)
    expect(last).toMatchObject({
      cause: 'restored',
      restoredFrom: publishedNumber,
      actor: 'strapi-author',
      publishedAt: null,
    })
    expect((await versionOf(documentId, 'current')).snapshot).toMatchObject({ title: '好的标题', body: '好的正文。' })
  })

  it('names what is gone, brings back what is there, and leaves the address alone', async () => {
    const [stays, goes] = [await createDraft(cms, { title: '还在' }), await createDraft(cms, { title: '不在了' })]
    const file = await cms.strapi.db.query('plugin::upload.file').create({
      data: {
        name: '章程.docx',
        hash: 'h',
        ext: '.docx',
        mime: 'text/plain',
        size: 1,
        url: '/uploads/h.docx',
        provider: 'local',
      },
    })
    const related = [stays.documentId, goes.documentId]
    const { documentId } = await createDraft(cms, { related, attachments: [file.id], slug: 'first-slug' })
    await save(documentId, {
      related: { disconnect: related.map((id) => ({ documentId: id })) },
      attachments: [],
      slug: 'second-slug',
    })
    await cms.strapi.documents('api::article.article').delete({ documentId: goes.documentId })
    await cms.strapi.db.query('plugin::upload.file').delete({ where: { id: file.id } })
    const { body } = await restore(documentId, 1)
    const { gone } = body.data as { gone: { label: string; name: string }[] }
    expect(gone.toSorted((one, other) => one.name.localeCompare(other.name, 'zh'))).toEqual(
      [
        { label: '相关稿件', name: '不在了' },
        { label: '附件', name: '章程.docx' },
      ].toSorted((one, other) => one.name.localeCompare(other.name, 'zh')),
    )
    const { snapshot } = await versionOf(documentId, 'current')
    expect(snapshot).toMatchObject({ related: [stays.documentId], slug: 'second-slug' })
  })

  it.each([
    ['a version that is not there', 99, 'VERSION_MISSING'],
    ['a number that is none', 0, 'BAD_REQUEST'],
    ['a number beyond all', 99_999_999_999, 'BAD_REQUEST'],
  ])('is refused for %s', async (_name, number, code) => {
    const { documentId } = await createDraft(cms)
    const { status, body } = await restore(documentId, number)
    expect([status, body.error?.details.code]).toEqual([400, code])
  })
})

describe('who may see versions', () => {
  it('whoever may read the document; restoring takes the right to change it', async () => {
    const { documentId } = await createDraft(cms)
    const analyst = await logInDesk(cms, 'dangjian-analyst')
    expect(await ask(pathOf(documentId), analyst)).toMatchObject({ mayRestore: false })
    expect((await restore(documentId, 1, analyst)).status).toBe(403)
  })

  it('goes by the document and the fields where a permission says so', async () => {
    const role = await cms.strapi.service('admin::role').create({ code: 'own-only', name: '只看自己', description: '' })
    await cms.strapi.service('admin::role').assignPermissions(role.id, [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: 'api::tag.tag',
        properties: { fields: ['slug'] },
        conditions: [],
      },
      {
        action: 'plugin::content-manager.explorer.read',
        subject: 'api::article.article',
        properties: { fields: ['title'] },
        conditions: ['admin::is-creator'],
      },
    ])
    const own = await logInDesk(cms, 'own-only')
    const { documentId } = await createDraft(cms, { title: '别人的稿件' })
    for (const rest of ['', '/1', '/current', '/meanwhile?base=2026-01-01T00:00:00Z']) {
      expect((await get(cms, pathOf(documentId, rest), own)).status, rest).toBe(403)
    }
    const tag = await cms.strapi
      .documents('api::tag.tag')
      .create({ data: { name: '看不见的名称', slug: 'seen' } as never })
    const { text } = await get(cms, pathOf(tag.documentId, '/1', 'tag'), own)
    expect(text).toContain('seen')
    expect(text).not.toContain('看不见的名称')
  })

  it('nobody without the desk', async () => {
    const { documentId } = await createDraft(cms)
    const token = await issueToken(cms, 'full-access')
    for (const headers of [{}, token]) {
      expect((await get(cms, pathOf(documentId), headers)).status).toBe(401)
      expect((await restore(documentId, 1, headers)).status).toBe(401)
      expect((await get(cms, '/admin/desk-session', headers)).status).toBe(401)
    }
  })

  it.each([
    ['an unknown kind', '/admin/versions/api::nothing.nothing/x'],
    ['a kind of Strapi’s own', '/admin/versions/admin::user/1'],
    ['a document that never was', '/admin/versions/api::article.article/nothing'],
  ])('is not found for %s', async (_name, path) => {
    const { status, body } = await get(cms, path, editor)
    expect([status, body.error?.message]).toEqual([404, '没有找到。'])
  })
})
