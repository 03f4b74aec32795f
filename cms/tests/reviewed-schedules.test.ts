/** Reviews and schedules know of each other: nothing comes out by the clock that nobody has passed. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { logInDesk } from './setup/callers.ts'
import { createColumn } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { act } from './setup/review.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const ARTICLES = '/content-manager/collection-types/api::article.article'
const HOUR_MS = 3_600_000
const codes = ['strapi-author', 'dangjian-review-1', 'dangjian-review-2', 'dangjian-review-3'] as const
type Code = (typeof codes)[number]

let cms: TestCms
let column: string
const people = new Map<Code, Record<string, string>>()
const as = (code: Code) => people.get(code) as Record<string, string>

beforeAll(async () => {
  cms = await startCms()
  column = (await createColumn(cms, { reviewLevels: 3 })).documentId
  for (const code of codes) people.set(code, await logInDesk(cms, code))
})
afterAll(() => cms.stop())

async function write(title: string): Promise<string> {
  const { body, text } = await send(cms, 'POST', ARTICLES, { title, body: '正文。', column }, as('strapi-author'))
  expect(body.data, text).toBeTruthy()
  return (body.data as { documentId: string }).documentId
}

async function pass(documentId: string) {
  expect((await act(cms, as('strapi-author'), documentId, 'submit')).status).toBe(200)
  for (const level of [1, 2, 3] as const)
    expect((await act(cms, as(`dangjian-review-${level}`), documentId, 'approve', { level })).status).toBe(200)
}

const planPath = (documentId: string) => `/admin/schedules/documents/api::article.article/${documentId}`
const plan = (documentId: string, ms: number) => {
  const publishAt = new Date(Date.now() + ms).toISOString()
  return send(cms, 'PUT', planPath(documentId), { publishAt, unpublishAt: null }, as('dangjian-review-1'))
}
const publicCount = (documentId: string) =>
  cms.strapi.db.query('api::article.article').count({ where: { documentId, publishedAt: { $notNull: true } } })

it('what has not passed its levels cannot be planned, and the answer names them', async () => {
  const documentId = await write('还没有送审')
  const { status, text } = await plan(documentId, HOUR_MS)
  expect(status).toBe(400)
  for (const word of ['SCHEDULE_REVIEWS_MISSING', '初审', '复审', '终审']) expect(text).toContain(word)
})

it('what has passed comes out at its second', async () => {
  const documentId = await write('三审通过')
  await pass(documentId)
  expect((await plan(documentId, 1500)).status).toBe(200)
  await vi.waitFor(async () => expect(await publicCount(documentId)).toBe(1), { timeout: 15_000, interval: 50 })
  const history = await cms.strapi.db.connection('publication_changes').where({ document_id: documentId })
  expect(history).toHaveLength(1)
})

it('an edit after the reviews withdraws the plan, and whoever planned is told why', async () => {
  const documentId = await write('定时之后又改')
  await pass(documentId)
  expect((await plan(documentId, HOUR_MS)).status).toBe(200)
  const { status } = await send(cms, 'PUT', `${ARTICLES}/${documentId}`, { title: '改过了' }, as('strapi-author'))
  expect(status).toBe(200)
  const [row] = await cms.strapi.db.connection('schedules').where({ document_id: documentId })
  expect(row).toMatchObject({ action: 'publish', state: 'withdrawn' })
  const { body } = await get(cms, '/admin/review/notices', as('dangjian-review-1'))
  const { notices } = body.data as { notices: { topic: string; documentId: string; text: string }[] }
  const told = notices.find((one) => one.topic === 'schedule-withdrawn' && one.documentId === documentId)
  expect(told?.text).toContain('审核已失效')
})

it('a reviewed piece whose text is changed past the desk does not come out', async () => {
  const documentId = await write('绕过管理台修改')
  await pass(documentId)
  expect((await plan(documentId, HOUR_MS)).status).toBe(200)
  await cms.strapi.db.query('api::article.article').updateMany({ where: { documentId }, data: { title: '偷换' } })
  await cms.strapi.db
    .connection('schedules')
    .where({ document_id: documentId })
    .update({ due_at_ms: Date.now() - 1000, next_try_ms: Date.now() - 1000 })
  cms.strapi.eventHub.emit('schedules.changed')
  await vi.waitFor(
    async () => {
      const [row] = await cms.strapi.db.connection('schedules').where({ document_id: documentId })
      expect(JSON.stringify(row)).toContain('审核')
    },
    { timeout: 15_000, interval: 50 },
  )
  expect(await publicCount(documentId)).toBe(0)
})
