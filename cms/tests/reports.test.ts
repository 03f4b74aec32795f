/** What readers report reaches the desk, is told once, marked as done, taken back, deleted and forgotten. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRows } from './setup/audit.ts'
import { logInDesk, publisher } from './setup/callers.ts'
import { createColumn, createPublished } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Report = {
  id: number
  address: string
  title: string
  problem: string
  contact: string
  state: string
  note: string
  document: { uid: string; documentId: string } | null
  done: { by: string } | null
}

let cms: TestCms
let editor: Record<string, string>
let writer: Record<string, string>
let documentId: string
let address: string

const report = (changes: object = {}, headers: Record<string, string> = publisher) =>
  send(cms, 'POST', '/api/reports', { page: address, problem: '错字', quote: '', contact: '', ...changes }, headers)
const listed = async (state = 'open') =>
  (await get(cms, `/admin/reports/entries?state=${state}`, editor)).body.data as unknown as Report[]
const act = (id: number | string, deed: string, body: object = {}) =>
  send(cms, 'POST', `/admin/reports/${id}/${deed}`, body, editor)
const remove = (id: number) => send(cms, 'DELETE', `/admin/reports/${id}`, undefined, editor)
const codeOf = ({ status, body }: Awaited<ReturnType<typeof report>>) => [status, body.error?.details.code]
const noticesOf = async (headers: Record<string, string>) =>
  (
    (await get(cms, '/admin/review/notices', headers)).body.data as {
      notices: { subject: string; documentId: string }[]
    }
  ).notices

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
  const made = await createPublished(cms, { title: '夜间检测课' })
  documentId = made.documentId
  address = `/news/${made.slug}/`
  editor = await logInDesk(cms, 'dangjian-review-1')
  writer = await logInDesk(cms, 'strapi-author')
})
afterAll(() => cms.stop())

describe('a report', () => {
  it('is listed with the piece that it is of, and counted', async () => {
    const { status, body } = await report({ problem: '“党员”写成了“党圆”', quote: '<b>党圆</b>', contact: '李老师' })
    expect([status, body.data]).toEqual([200, { isNew: true }])
    expect(await listed()).toMatchObject([
      {
        ...{ address, title: '夜间检测课', problem: '“党员”写成了“党圆”', quote: '<b>党圆</b>', contact: '李老师' },
        ...{ state: 'open', done: null, document: { uid: 'api::article.article', documentId } },
      },
    ])
    expect((await get(cms, '/admin/reports/count', editor)).body.data).toEqual({ open: 1 })
  })

  it('is told to 责任编辑 with a way to the piece, once while the page waits', async () => {
    await report({ problem: '日期也不对' })
    expect(await noticesOf(editor)).toMatchObject([{ subject: '读者报错：《夜间检测课》', documentId }])
    expect(await noticesOf(writer)).toEqual([])
  })

  it('that comes twice is kept once', async () => {
    const before = (await listed()).length
    const { status, body } = await report({ problem: '日期也不对' })
    expect([status, body.data, (await listed()).length]).toEqual([200, { isNew: false }, before])
  })

  it('may be of a page that nothing is known of', async () => {
    await report({ page: '/nowhere/', problem: '打不开' })
    expect((await listed())[0]).toMatchObject({ title: '/nowhere/', document: null })
  })

  it.each([
    ['nothing', { problem: '' }],
    ['too much', { problem: '党'.repeat(1001) }],
    ['something else', { problem: { $ne: 1 } }],
    ['more than asked', { ip: '203.0.113.9' }],
    ['no page', { page: 'https://evil.example' }],
  ])('that says %s is refused', async (_what, changes) => {
    expect(codeOf(await report(changes))).toEqual([400, 'BAD_REQUEST'])
  })

  it('comes from the portal alone', async () => {
    for (const headers of [{}, editor]) expect((await report({}, headers)).status).toBe(401)
  })

  it('leaves a row in the audit log, without the reader', async () => {
    await report({ problem: '审计', contact: '13800000000' })
    const received = (await auditRows(cms)).filter(({ act }) => act === 'report.receive')
    expect(received.some(({ after }) => after?.includes('审计'))).toBe(true)
    expect(JSON.stringify(received)).not.toContain('13800000000')
  })
})

describe('what was reported', () => {
  it('is done with a note, taken back, and deleted', async () => {
    const [{ id }] = await listed()
    expect((await act(id, 'done', { note: ' 已改 ' })).status).toBe(200)
    expect((await listed('done'))[0]).toMatchObject({
      id,
      note: '已改',
      state: 'done',
      done: { by: 'dangjian-review-1' },
    })
    expect(codeOf(await act(id, 'done'))).toEqual([400, 'REPORT_MOVED_ON'])
    expect((await act(id, 'reopen')).status).toBe(200)
    expect(codeOf(await act(id, 'reopen'))).toEqual([400, 'REPORT_MOVED_ON'])
    expect((await listed()).map((one) => one.id)).toContain(id)
    expect((await remove(id)).status).toBe(200)
    expect(codeOf(await remove(id))).toEqual([400, 'REPORT_MOVED_ON'])
  })

  it('takes no note that is too long', async () => {
    const [{ id }] = await listed()
    expect(codeOf(await act(id, 'done', { note: '党'.repeat(501) }))).toEqual([400, 'REPORT_NOTE_TOO_LONG'])
  })

  it.each(['x', '0', '1.5', '99999999999'])('has no number %s', async (id) => {
    expect(codeOf(await act(id, 'done'))).toEqual([404, 'NOT_FOUND'])
  })

  it('is seen by those who answer for pages, and by nobody else', async () => {
    for (const headers of [writer, publisher, {}])
      expect([401, 403]).toContain((await get(cms, '/admin/reports/entries', headers)).status)
  })

  it('is forgotten when it has long been done, and never while it waits', async () => {
    const [{ id }, ...others] = await listed()
    await act(id, 'done')
    await cms.strapi.db
      .connection('page_reports')
      .where({ id })
      .update({ done_at_ms: Date.now() - 181 * 86_400_000 })
    await cms.strapi.db.connection('page_reports').where({ state: 'open' }).update({ at_ms: 0 })
    const jobs = cms.strapi.cron.jobs as unknown as { name: string; job: { invoke(): Promise<void> } }[]
    await jobs.find(({ name }) => name === 'forgetReports')?.job.invoke()
    expect((await listed('done')).map((one) => one.id)).not.toContain(id)
    expect(await listed()).toHaveLength(others.length)
  })
})
