/** What somebody else has saved meanwhile is not overwritten without a word. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, logInDesk } from './setup/callers.ts'
import { createColumn, createDraft, publish } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Headers = Record<string, string>

let cms: TestCms
let mine: Headers
let theirs: Headers

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
  mine = await logInDesk(cms, 'strapi-editor')
  theirs = await logInDesk(cms, 'strapi-author')
})
afterAll(() => cms.stop())

const ARTICLES = '/content-manager/collection-types/api::article.article'
const baseOf = ({ documentId, updatedAt }: { documentId: string; updatedAt: string }) => ({
  'x-desk-base': `${documentId}@${updatedAt}`,
})

async function load(documentId: string): Promise<{ documentId: string; updatedAt: string; title: string }> {
  return (await get(cms, `${ARTICLES}/${documentId}`, mine)).body.data
}
const save = (documentId: string, data: object, headers: Headers) =>
  send(cms, 'PUT', `${ARTICLES}/${documentId}`, data, headers)
const publishBy = (documentId: string, data: object, headers: Headers) =>
  send(cms, 'POST', `${ARTICLES}/${documentId}/actions/publish`, data, headers)

async function draft() {
  const { documentId } = await createDraft(cms, { title: '原来的标题' })
  return load(documentId)
}

describe('a form that others have overtaken', () => {
  it.each([
    ['saving', save],
    ['publishing', publishBy],
  ])('is refused when %s, and nothing is lost', async (_what, write) => {
    const opened = await draft()
    const { documentId } = opened
    expect((await save(documentId, { title: '他的' }, { ...theirs, ...baseOf(opened) })).status).toBe(200)
    const { status, body } = await write(documentId, { title: '我的' }, { ...mine, ...baseOf(opened) })
    expect([status, body.error?.details.code]).toEqual([400, 'DOCUMENT_CHANGED'])
    expect(body.error?.message).toContain('别人又保存了')
    const now = await load(documentId)
    expect(now).toMatchObject({ title: '他的', status: 'draft' })
    const path = `/admin/versions/api::article.article/${documentId}/meanwhile?base=${opened.updatedAt}`
    const { body: meanwhile } = await get(cms, path, mine)
    expect(meanwhile.data).toMatchObject({
      base: { title: '原来的标题' },
      theirs: { title: '他的' },
      updatedAt: now.updatedAt,
      last: { actor: 'strapi-author', number: 2 },
    })
    expect((await write(documentId, { title: '合并的' }, { ...mine, ...baseOf(now) })).status).toBe(200)
  })

  it('may save and publish in one go', async () => {
    const opened = await draft()
    const { status } = await publishBy(opened.documentId, { title: '一次完成' }, { ...mine, ...baseOf(opened) })
    expect(status).toBe(200)
  })

  it('is not held up by a save or publish that changed nothing', async () => {
    const opened = await draft()
    const { documentId } = opened
    await save(documentId, { displayDate: '2026-01-01T00:00:00.000Z' }, mine)
    const again = await load(documentId)
    await save(documentId, { title: '原来的标题' }, theirs)
    await publish(cms, { documentId })
    expect((await load(documentId)).updatedAt).not.toBe(again.updatedAt)
    expect((await save(documentId, { title: '我的' }, { ...mine, ...baseOf(again) })).status).toBe(200)
  })

  it('of two that save at once, one is refused', async () => {
    const opened = await draft()
    const headers = [mine, theirs].map((one) => ({ ...one, ...baseOf(opened) }))
    const answers = await Promise.all(
      headers.map((one, index) => save(opened.documentId, { title: `第 ${index}` }, one)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })
})

it('who names no base is not concerned', async () => {
  const opened = await draft()
  const { documentId } = opened
  await save(documentId, { title: '他的' }, theirs)
  const bases: Headers[] = [{}, { 'x-desk-base': 'nonsense' }, { 'x-desk-base': `other@${opened.updatedAt}` }]
  for (const header of bases) {
    expect((await save(documentId, { title: `我的${Object.keys(header)}` }, { ...mine, ...header })).status).toBe(200)
  }
  const token = await issueToken(cms, 'full-access')
  const { status } = await send(cms, 'PUT', `/api/articles/${documentId}`, { data: { title: '接口' } }, token)
  expect(status).toBe(200)
})

it.each(['', '?base=', '?base=yesterday', '?base=2026-01-01'])('a base that is none is refused: %j', async (query) => {
  const { documentId } = await draft()
  const { status, body } = await get(cms, `/admin/versions/api::article.article/${documentId}/meanwhile${query}`, mine)
  expect([status, body.error?.details.code]).toEqual([400, 'BAD_REQUEST'])
})
