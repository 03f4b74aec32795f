/** 三审三校 at the desk: a piece goes from its author through three reviewers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInDesk } from './setup/callers.ts'
import { createColumn, createDraft } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { act, reviewPath } from './setup/review.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const ARTICLES = '/content-manager/collection-types/api::article.article'
const codes = [
  ...['strapi-super-admin', 'strapi-author', 'strapi-editor', 'dangjian-analyst'],
  ...['dangjian-review-1', 'dangjian-review-2', 'dangjian-review-3'],
] as const
type Code = (typeof codes)[number]
type Data = Record<string, unknown>

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

async function write(title: string, author: Code = 'strapi-author'): Promise<string> {
  const { body, text } = await send(cms, 'POST', ARTICLES, { title, body: '正文。', column }, as(author))
  expect(body.data, text).toBeTruthy()
  return (body.data as { documentId: string }).documentId
}
const edit = (code: Code, documentId: string, data: Data) =>
  send(cms, 'PUT', `${ARTICLES}/${documentId}`, data, as(code))
const look = async (code: Code, documentId: string) =>
  (await get(cms, reviewPath(documentId), as(code))).body.data as Data
const noticesOf = async (code: Code) => {
  const { body } = await get(cms, '/admin/review/notices', as(code))
  return body.data as { unread: number; notices: (Data & { id: number; subject: string; isRead: boolean })[] }
}
const listOf = async (code: Code, list: string, query = '') => {
  const { body } = await get(cms, `/admin/review/lists/${list}${query}`, as(code))
  return body.data as { rows: Data[]; total: number }
}
const outcome = async (answer: ReturnType<typeof act>) => {
  const { status, body } = await answer
  return status === 200 ? (body.data as Data).state : body.error?.details.code
}

describe('the way of a piece', () => {
  it('from the author over a return and three approvals to the public', async () => {
    const id = await write('走完全程的稿件')
    expect(await look('strapi-author', id)).toMatchObject({ state: 'unsubmitted', maySubmit: true, missing: [1, 2, 3] })
    expect(await outcome(act(cms, as('strapi-author'), id, 'submit', { note: '请审' }))).toBe('awaiting1')
    expect((await noticesOf('dangjian-review-1')).notices[0]).toMatchObject({
      ...{ topic: 'review-requested', subject: '待初审：《走完全程的稿件》', isRead: false, documentId: id },
    })
    const marks = [{ type: 'typo', field: 'body', quote: '正文', prefix: '', suffix: '。', comment: '应为“本文”' }]
    const back = { level: 1, note: '请核对日期', marks }
    expect(await outcome(act(cms, as('dangjian-review-1'), id, 'return', back))).toBe('returned')
    expect(await look('strapi-author', id)).toMatchObject({
      ...{ state: 'returned', maySubmit: true },
      ending: {
        act: 'returned',
        note: '请核对日期',
        marks,
        actor: { name: 'dangjian-review-1', role: '责任编辑（初审）' },
      },
    })
    expect((await listOf('strapi-author', 'returned')).rows).toMatchObject([{ documentId: id, state: 'returned' }])
    await edit('strapi-author', id, { title: '走完全程的稿件', body: '本文。' })
    expect(await outcome(act(cms, as('strapi-author'), id, 'submit'))).toBe('awaiting1')
    for (const [code, level, state] of [
      ['dangjian-review-1', 1, 'awaiting2'],
      ['dangjian-review-2', 2, 'awaiting3'],
      ['dangjian-review-3', 3, 'approved'],
    ] as const) {
      expect((await listOf(code, 'awaiting')).rows.map(({ documentId }) => documentId)).toContain(id)
      expect(await outcome(act(cms, as(code), id, 'approve', { level, note: '同意' }))).toBe(state)
      expect((await listOf(code, 'awaiting')).rows.map(({ documentId }) => documentId)).not.toContain(id)
    }
    expect((await noticesOf('strapi-author')).notices[0]?.subject).toBe('审核已通过：《走完全程的稿件》')
    // the form as the desk sends it
    const form = { title: '走完全程的稿件', body: '本文。' }
    expect((await send(cms, 'POST', `${ARTICLES}/${id}/actions/publish`, form, as('dangjian-review-1'))).status).toBe(
      200,
    )
    expect((await listOf('strapi-author', 'published')).rows).toMatchObject([{ documentId: id, state: 'published' }])
    const { history, levels } = await look('strapi-author', id)
    expect((history as Data[]).map((one) => one.act)).toEqual([
      ...['published', 'approved', 'approved', 'approved', 'submitted', 'returned', 'submitted'],
    ])
    expect(levels).toMatchObject([1, 2, 3].map((level) => ({ level, approval: { note: '同意' } })))
  })

  it('an edit after a review makes it void, and the people concerned are told', async () => {
    const id = await write('送审后改动的稿件')
    await act(cms, as('strapi-author'), id, 'submit')
    await act(cms, as('dangjian-review-1'), id, 'approve', { level: 1 })
    await edit('strapi-author', id, { pinnedUntil: '2030-01-01T00:00:00.000Z' })
    expect((await look('strapi-author', id)).state).toBe('awaiting2')
    await edit('strapi-editor', id, { title: '改过的题目' })
    expect(await look('strapi-author', id)).toMatchObject({
      ...{ state: 'unsubmitted', missing: [1, 2, 3], ending: { act: 'invalidated', actor: { name: 'strapi-editor' } } },
    })
    for (const code of ['strapi-author', 'dangjian-review-1'] as const)
      expect((await noticesOf(code)).notices[0]).toMatchObject({ topic: 'review-invalidated', documentId: id })
    // who changed it is an author of it now
    await act(cms, as('strapi-author'), id, 'submit')
    expect(await outcome(act(cms, as('strapi-editor'), id, 'approve', { level: 1 }))).toBe('REVIEW_OWN_WORK')
  })
})

describe('who may not', () => {
  it('the author, nobody twice, and 平台管理员 no more than others', async () => {
    const own = await write('管理员自己的稿件', 'strapi-super-admin')
    await act(cms, as('strapi-super-admin'), own, 'submit')
    const approve = (code: Code, id: string, level: number) => outcome(act(cms, as(code), id, 'approve', { level }))
    expect(await approve('strapi-super-admin', own, 1)).toBe('REVIEW_OWN_WORK')
    expect(await approve('strapi-editor', own, 1)).toBe('awaiting2')
    expect(await approve('strapi-editor', own, 2)).toBe('REVIEW_TWICE')
    expect(await look('strapi-editor', own)).toMatchObject({
      mayReview: false,
      mayReturn: true,
      hindrance: 'REVIEW_TWICE',
    })
    expect(await approve('dangjian-review-1', own, 2)).toBe('REVIEW_NOT_YOURS')
    expect(await approve('dangjian-review-3', own, 3)).toBe('REVIEW_LEVEL_ORDER')
    expect(await approve('dangjian-analyst', own, 2)).toBe('REVIEW_NOT_YOURS')
    expect((await act(cms, as('dangjian-analyst'), own, 'submit')).status).toBe(403)
    expect(await outcome(act(cms, as('strapi-author'), own, 'withdraw'))).toBe('REVIEW_NOT_SUBMITTER')
    expect(await outcome(act(cms, as('strapi-super-admin'), own, 'withdraw'))).toBe('unsubmitted')
  })

  it('somebody who looks at another version', async () => {
    const id = await write('看的是旧版')
    const said = { fingerprint: 'a'.repeat(64) }
    expect(await outcome(act(cms, as('strapi-author'), id, 'submit', said))).toBe('REVIEW_STALE')
  })

  it('whoever is not at the desk', async () => {
    const id = await write('没有登录')
    for (const [method, path] of [
      ['GET', reviewPath(id)],
      ['POST', reviewPath(id, 'submit')],
      ['GET', '/admin/review/counts'],
      ['GET', '/admin/review/notices'],
      ['GET', '/admin/review/lists/awaiting'],
    ] as const)
      expect((await send(cms, method, path, method === 'POST' ? {} : undefined)).status, path).toBe(401)
  })

  it.each<[string, string, unknown]>([
    ['nothing', 'approve', {}],
    ['a level that is none', 'approve', { fingerprint: 'a'.repeat(64), level: 4 }],
    ['a fingerprint that is none', 'submit', { fingerprint: '<script>' }],
    ['marks that are none', 'return', { fingerprint: 'a'.repeat(64), level: 1, marks: [{ type: 'x' }] }],
    ['a list', 'submit', []],
  ])('%s is answered with 400', async (_name, name, data) => {
    const id = await write('乱填')
    const { status, body } = await send(cms, 'POST', reviewPath(id, name), data, as('strapi-editor'))
    expect(status).toBe(400)
    expect(body.error?.message).toMatch(/\p{Script=Han}/u)
  })

  it('asks for what is not there', async () => {
    expect((await get(cms, reviewPath('nowhere'), as('strapi-editor'))).status).toBe(404)
    expect((await get(cms, '/admin/review/lists/everything', as('strapi-editor'))).status).toBe(400)
    expect((await get(cms, reviewPath(column, '', 'column'), as('strapi-editor'))).status).toBe(404)
  })
})

describe('at once', () => {
  it('of two approvals of one level, one counts', async () => {
    const id = await write('两个人同时点通过')
    await act(cms, as('strapi-author'), id, 'submit')
    const { fingerprint } = await look('strapi-editor', id)
    const approve = (code: Code) =>
      send(cms, 'POST', reviewPath(id, 'approve'), { fingerprint, level: 1 }, as(code)).then(({ status }) => status)
    const answers = await Promise.all([approve('strapi-editor'), approve('dangjian-review-1')])
    expect(answers.toSorted()).toEqual([200, 400])
    const rows = await cms.strapi.db.connection('review_acts').where({ document_id: id, act: 'approved' })
    expect(rows).toHaveLength(1)
  })

  it('urgent publication has a reason, is seen, and the reviewers are told', async () => {
    const id = await write('防汛应急通知')
    const administrator = as('strapi-super-admin')
    expect(await outcome(act(cms, administrator, id, 'urgent', { note: '很急' }))).toBe('REVIEW_REASON_TOO_SHORT')
    expect((await get(cms, `/api/articles/${id}`)).status).toBe(404)
    expect((await act(cms, as('strapi-author'), id, 'urgent', { note: '防汛应急通知须立即发布' })).status).toBe(403)
    expect(await outcome(act(cms, as('strapi-editor'), id, 'urgent', { note: '防汛应急通知须立即发布' }))).toBe(
      'REVIEW_NOT_YOURS',
    )
    const { body } = await act(cms, administrator, id, 'urgent', { note: '防汛应急通知须立即发布' })
    expect(body.data).toMatchObject({ isUrgent: true, isPublic: true, missing: [1, 2, 3] })
    expect((await get(cms, `/api/articles/${id}`)).status).toBe(200)
    for (const code of ['dangjian-review-3', 'strapi-author'] as const)
      expect((await noticesOf(code)).notices[0]).toMatchObject({ topic: 'published-urgently', documentId: id })
  })
})

describe('lists and notices', () => {
  it('are counted, paged and one’s own', async () => {
    for (let n = 0; n < 3; n += 1) await act(cms, as('strapi-author'), await write(`列表 ${n}`), 'submit')
    const counts = (await get(cms, '/admin/review/counts', as('strapi-author'))).body.data as Data
    const page = await listOf('strapi-author', 'submitted', '?page=2&pageSize=2')
    expect(page).toMatchObject({ total: counts.submitted, page: 2, pageSize: 2 })
    expect(page.rows).toHaveLength(2)
    expect(counts.awaiting).toBe(0)
    expect((await listOf('dangjian-analyst', 'awaiting')).total).toBe(0)
  })

  it('notices are read one by one, or all', async () => {
    const { unread, notices } = await noticesOf('dangjian-review-1')
    expect(unread).toBeGreaterThan(1)
    const read = (ids?: number[]) =>
      send(cms, 'POST', '/admin/review/notices/read', ids ? { ids } : {}, as('dangjian-review-1'))
    expect((await read([Number(notices[0]?.id)])).body.data).toEqual({ unread: unread - 1 })
    // of others nothing is read
    await send(cms, 'POST', '/admin/review/notices/read', { ids: notices.map(({ id }) => id) }, as('strapi-author'))
    expect((await noticesOf('dangjian-review-1')).unread).toBe(unread - 1)
    const other = notices.find(({ isRead, id }) => !isRead && id !== notices[0]?.id)
    const opened = { documentId: other?.documentId }
    const left = await send(cms, 'POST', '/admin/review/notices/read', opened, as('dangjian-review-1'))
    expect((left.body.data as { unread: number }).unread).toBeLessThan(unread - 1)
    expect((await read()).body.data).toEqual({ unread: 0 })
  })

  it('a piece that was deleted leaves the lists; what was done to it stays', async () => {
    const { documentId } = await createDraft(cms, { title: '将要删除' })
    await act(cms, as('strapi-author'), documentId, 'submit')
    await cms.strapi.documents('api::article.article').delete({ documentId } as never)
    const { rows } = await listOf('strapi-editor', 'awaiting')
    expect(rows.map((row) => row.documentId)).not.toContain(documentId)
    expect(await cms.strapi.db.connection('review_acts').where({ document_id: documentId })).toHaveLength(1)
  })
})
