/** What is planned happens at its second, once; and whoever may not plan, or plans what cannot be, is told. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { logInDesk } from './setup/callers.ts'
import { createColumn, createDraft, createPublished, publish } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let editor: Record<string, string>
let editorId: number

type Data = Record<string, unknown>
type Row = Record<string, string | number | null>

const HOUR_MS = 3_600_000
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()
const pathOf = (documentId: string, kind = 'article') => `/admin/schedules/documents/api::${kind}.${kind}/${documentId}`
const planning = (documentId: string, plan: Data, headers = editor, kind?: string) =>
  send(cms, 'PUT', pathOf(documentId, kind), { publishAt: null, unpublishAt: null, ...plan }, headers)
const codesOf = (body: { error?: unknown }) =>
  ((body.error as { details?: { problems?: { code: string }[] } })?.details?.problems ?? []).map(({ code }) => code)

async function plan(documentId: string, wanted: Data): Promise<Data> {
  const { status, body, text } = await planning(documentId, wanted)
  expect(status, text).toBe(200)
  return body.data
}
async function planOf(documentId: string): Promise<Record<string, Data | null> & { isChanged: boolean }> {
  const { status, body, text } = await get(cms, pathOf(documentId), editor)
  expect(status, text).toBe(200)
  return body.data
}
const rowsOf = (documentId: string): Promise<Row[]> =>
  cms.strapi.db.connection('schedules').where({ document_id: documentId }).orderBy('id')
const changesOf = (documentId: string): Promise<Row[]> =>
  cms.strapi.db.connection('publication_changes').where({ document_id: documentId }).orderBy('sequence')
const noticesOf = (documentId: string): Promise<Row[]> =>
  cms.strapi.db.connection('desk_notices').where({ document_id: documentId }).orderBy('id')
const isPublic = async (documentId: string) =>
  (await cms.strapi.db
    .query('api::article.article')
    .count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0

async function untilState(documentId: string, action: 'publish' | 'unpublish', state: string) {
  await vi.waitFor(
    async () => {
      const rows = (await rowsOf(documentId)).filter((row) => row.action === action)
      expect(rows.at(-1)).toMatchObject({ state })
    },
    { timeout: 20_000, interval: 20 },
  )
}
/** As if the CMS had been away when it came due. */
const makeDue = (documentId: string, ms = 0) =>
  cms.strapi.db
    .connection('schedules')
    .where({ document_id: documentId, state: 'planned' })
    .update({ due_at_ms: Date.now() + ms, next_try_ms: Date.now() + ms })
const wake = () => cms.strapi.eventHub.emit('schedules.changed')

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
  editor = await logInDesk(cms, 'strapi-editor')
  const user = await cms.strapi.db.query('admin::user').findOne({ where: { email: 'strapi-editor@portal.example' } })
  editorId = user.id
  await logInDesk(cms, 'strapi-super-admin')
})
afterAll(() => cms.stop())

describe('what is planned', () => {
  it('is published at its second and taken down at its second, once each', async () => {
    const { documentId } = await createDraft(cms)
    const [publishAt, unpublishAt] = [inMs(3000), inMs(4000)]
    expect(await plan(documentId, { publishAt, unpublishAt })).toMatchObject({
      publish: { state: 'planned', dueAt: publishAt, plannedBy: 'strapi-editor', error: null },
      unpublish: { state: 'planned', dueAt: unpublishAt },
      mayPlan: true,
    })
    expect(await isPublic(documentId)).toBe(false)
    await untilState(documentId, 'unpublish', 'done')
    const changes = await changesOf(documentId)
    expect(changes).toMatchObject([
      { event: 'published', actor: '定时（strapi-editor）' },
      { event: 'unpublished', actor: '定时（strapi-editor）' },
    ])
    for (const [index, due] of [publishAt, unpublishAt].entries()) {
      const late = Number(changes[index]?.at_ms) - Date.parse(due)
      expect(late, 'never before its second').toBeGreaterThanOrEqual(0)
      expect(late).toBeLessThan(5000)
    }
    expect(await planOf(documentId)).toMatchObject({ publish: { state: 'done' }, unpublish: { state: 'done' } })
    expect(await noticesOf(documentId)).toEqual([])
  })

  it('fills in an empty display date and leaves a given one', async () => {
    const [empty, given] = [await createDraft(cms), await createDraft(cms, { displayDate: '2020-05-04T00:00:00.000Z' })]
    for (const { documentId } of [empty, given]) {
      await plan(documentId, { publishAt: inMs(HOUR_MS) })
      await makeDue(documentId)
    }
    await wake()
    const rowOf = async ({ documentId }: { documentId: string }) => {
      await untilState(documentId, 'publish', 'done')
      return cms.strapi.documents('api::article.article').findOne({ documentId, status: 'published' })
    }
    expect(Math.abs(Date.parse(String((await rowOf(empty))?.displayDate)) - Date.now())).toBeLessThan(10_000)
    expect((await rowOf(given))?.displayDate).toBe('2020-05-04T00:00:00.000Z')
  })

  it('goes out as it was saved last', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    expect((await planOf(documentId)).isChanged).toBe(false)
    await cms.strapi.documents('api::article.article').update({ documentId, data: { title: '改过的标题' } as never })
    expect((await planOf(documentId)).isChanged).toBe(true)
    await makeDue(documentId)
    await wake()
    await untilState(documentId, 'publish', 'done')
    const published = await cms.strapi.documents('api::article.article').findOne({ documentId, status: 'published' })
    expect(published?.title).toBe('改过的标题')
  })

  it('can be moved and cancelled', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    const later = inMs(2 * HOUR_MS)
    expect(await plan(documentId, { publishAt: later })).toMatchObject({ publish: { dueAt: later } })
    expect(await plan(documentId, {})).toMatchObject({ publish: null })
    expect((await rowsOf(documentId)).map((row) => row.withdrawn_because)).toEqual(['replaced', 'cancelled'])
    expect(await noticesOf(documentId)).toEqual([])
  })

  it('is caught up at once after a stop', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    await makeDue(documentId, -HOUR_MS)
    await cms.restart()
    const startedAt = Date.now()
    await untilState(documentId, 'publish', 'done')
    expect(Date.now() - startedAt).toBeLessThan(5000)
    expect(await changesOf(documentId)).toHaveLength(1)
  })

  it('is taken over from a try that died', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    await makeDue(documentId)
    const dead = { state: 'running', claimed_by: 'somebody', claimed_until_ms: Date.now() + 300, attempts: 1 }
    await cms.strapi.db.connection('schedules').where({ document_id: documentId }).update(dead)
    await wake()
    expect(await isPublic(documentId)).toBe(false)
    await untilState(documentId, 'publish', 'done')
    expect(await rowsOf(documentId)).toMatchObject([{ attempts: 2 }])
  })

  it('does not come out any more when its end has passed, too', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS), unpublishAt: inMs(2 * HOUR_MS) })
    const table = cms.strapi.db.connection('schedules')
    const longAgo = (ms: number) => ({ due_at_ms: Date.now() - ms, next_try_ms: Date.now() - ms })
    await table.clone().where({ document_id: documentId, action: 'publish' }).update(longAgo(2000))
    await table.clone().where({ document_id: documentId, action: 'unpublish' }).update(longAgo(1000))
    await wake()
    await untilState(documentId, 'unpublish', 'withdrawn')
    expect(await rowsOf(documentId)).toMatchObject([
      { action: 'publish', withdrawn_because: 'take-down-passed' },
      { action: 'unpublish', withdrawn_because: 'nothing-to-take-down' },
    ])
    expect(await changesOf(documentId)).toEqual([])
    expect(await noticesOf(documentId)).toMatchObject([{ user_id: editorId, topic: 'schedule-withdrawn' }])
  })
})

describe('what cannot be planned', () => {
  it('is refused with everything that is wrong', async () => {
    const hidden = await createColumn(cms, { name: '停用', slug: 'hidden', order: 9, visible: false })
    const { documentId } = await createDraft(cms, { column: hidden.documentId, pinnedUntil: inMs(-HOUR_MS) })
    const { status, body } = await planning(documentId, { publishAt: inMs(-1000), unpublishAt: inMs(-2000) })
    expect(status).toBe(400)
    expect(codesOf(body)).toEqual([
      ...['SCHEDULE_PAST', 'SCHEDULE_PAST', 'SCHEDULE_ORDER', 'SCHEDULE_COLUMN_HIDDEN', 'SCHEDULE_PIN_OVER'],
    ])
    expect(body.error?.message).toContain('下线时间要晚于发布时间。')
    expect(await rowsOf(documentId)).toEqual([])
  })

  it.each<[string, Data, Data, string]>([
    ['without a column', { column: null }, { publishAt: inMs(HOUR_MS) }, 'SCHEDULE_COLUMN_MISSING'],
    ['pinned until before', { pinnedUntil: inMs(1000) }, { publishAt: inMs(HOUR_MS) }, 'SCHEDULE_PIN_OVER'],
    ['too far ahead', {}, { publishAt: inMs(800 * 24 * HOUR_MS) }, 'SCHEDULE_TOO_FAR'],
    ['with nothing to take down', {}, { unpublishAt: inMs(HOUR_MS) }, 'SCHEDULE_NOTHING_TO_TAKE_DOWN'],
  ])('%s', async (_name, data, wanted, code) => {
    const { documentId } = await createDraft(cms)
    await cms.strapi.documents('api::article.article').update({ documentId, data: data as never })
    const { status, body } = await planning(documentId, wanted)
    // what stands in no column wants reviews, too
    const expected = code === 'SCHEDULE_COLUMN_MISSING' ? [code, 'SCHEDULE_REVIEWS_MISSING'] : [code]
    expect([status, ...codesOf(body)]).toEqual([400, ...expected])
  })

  it.each<
    [string, () => Promise<{ status: number; body: { error?: { details: { code?: string } } } }>, number, string]
  >([
    ['what was never saved', () => planning('nothing', { publishAt: inMs(HOUR_MS) }), 400, 'SCHEDULE_NOT_SAVED'],
    ['what has no drafts', () => planning('x', { publishAt: inMs(HOUR_MS) }, editor, 'tag'), 404, 'NOT_FOUND'],
    ['an unknown kind', () => planning('x', {}, editor, 'nothing'), 404, 'NOT_FOUND'],
    ['what is no moment', () => planning('x', { publishAt: '明天' }), 400, 'BAD_REQUEST'],
    [
      'a move of nothing',
      () => send(cms, 'PUT', '/admin/schedules/99999', { dueAt: inMs(1) }, editor),
      404,
      'NOT_FOUND',
    ],
    ['a move by no number', () => send(cms, 'PUT', '/admin/schedules/x', { dueAt: inMs(1) }, editor), 404, 'NOT_FOUND'],
    [
      'a calendar of years',
      () => get(cms, `/admin/schedules/calendar?from=2020-01-01T00:00:00Z&to=${inMs(0)}`, editor),
      400,
      'BAD_REQUEST',
    ],
  ])('%s', async (_name, ask, status, code) => {
    const { status: answered, body } = await ask()
    expect([answered, body.error?.details.code]).toEqual([status, code])
  })
})

describe('who may', () => {
  it('see: who may read; plan: who may publish', async () => {
    const author = await logInDesk(cms, 'strapi-author')
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    const [{ id } = { id: 0 }] = await rowsOf(documentId)
    const seen = await get(cms, pathOf(documentId), author)
    expect([seen.status, (seen.body.data as Data).mayPlan]).toEqual([200, false])
    expect((await planning(documentId, {}, author)).status).toBe(403)
    expect((await send(cms, 'PUT', `/admin/schedules/${id}`, { dueAt: inMs(HOUR_MS) }, author)).status).toBe(403)
    const range = `from=${inMs(0)}&to=${inMs(2 * HOUR_MS)}`
    const { body } = await get(cms, `/admin/schedules/calendar?${range}`, author)
    const entry = (body.data as { entries: Data[] }).entries.find((one) => one.documentId === documentId)
    expect(entry).toMatchObject({ state: 'planned', mayMove: false, title: '草稿标题', column: { name: '党建要闻' } })
    await plan(documentId, {})
  })

  it('not see what they may not read', async () => {
    const { documentId } = await createDraft(cms, { title: '别人的定时稿件' })
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    await cms.strapi.service('admin::role').create({ code: 'nothing-at-all', name: '空', description: '' })
    const nobody = await logInDesk(cms, 'nothing-at-all')
    expect((await get(cms, pathOf(documentId), nobody)).status).toBe(403)
    for (const path of ['/overview', `/calendar?from=${inMs(0)}&to=${inMs(2 * HOUR_MS)}`])
      expect((await get(cms, `/admin/schedules${path}`, nobody)).text).not.toContain('别人的定时稿件')
    await plan(documentId, {})
  })
})

describe('what fails', () => {
  it('for a reason is shown at once, told to who planned it and to the administrators, and ends when it is published', async () => {
    const { documentId } = await createDraft(cms, { title: '没有正文', body: null })
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    await makeDue(documentId)
    await wake()
    await untilState(documentId, 'publish', 'failed')
    const { publish: failed } = await planOf(documentId)
    expect(failed).toMatchObject({ state: 'failed', error: '“正文”还没有填写。' })
    const notices = await noticesOf(documentId)
    expect(notices).toHaveLength(2)
    expect(notices[0]).toMatchObject({ topic: 'schedule-failed', subject: '定时发布失败：没有正文' })
    expect(notices.map((notice) => notice.user_id)).toContain(editorId)
    const { body } = await get(cms, '/admin/schedules/overview', editor)
    expect((body.data as { failed: Data[] }).failed).toMatchObject([{ documentId, title: '没有正文' }])
    await cms.strapi.documents('api::article.article').update({ documentId, data: { body: '正文。' } as never })
    await publish(cms, { documentId })
    const after = await get(cms, '/admin/schedules/overview', editor)
    expect((after.body.data as { failed: Data[] }).failed).toEqual([])
  })

  it('for no reason is tried again after a pause', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    const log = vi.spyOn(cms.strapi.log, 'error').mockReturnValue(cms.strapi.log)
    const isBroken = { now: true }
    cms.strapi.documents.use(async (context, next) => {
      const { documentId: published } = context.params as { documentId?: string }
      if (isBroken.now && context.action === 'publish' && published === documentId) throw new Error('the disk is full')
      return next()
    })
    await makeDue(documentId)
    await wake()
    await vi.waitFor(async () => expect(await rowsOf(documentId)).toMatchObject([{ state: 'planned', attempts: 1 }]))
    expect((await planOf(documentId)).publish).toMatchObject({
      state: 'planned',
      error: expect.stringContaining('意外'),
    })
    expect(await isPublic(documentId)).toBe(false)
    const [row] = await rowsOf(documentId)
    expect(Math.abs(Number(row?.next_try_ms) - Date.now() - 5000)).toBeLessThan(5000)
    isBroken.now = false
    await cms.strapi.db.connection('schedules').where({ document_id: documentId }).update({ next_try_ms: Date.now() })
    await wake()
    await untilState(documentId, 'publish', 'done')
    expect(log).toHaveBeenCalled()
    log.mockRestore()
  })

  it('is given up when each try kills the process', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    await makeDue(documentId)
    const dead = { state: 'running', claimed_by: 'somebody', claimed_until_ms: Date.now(), attempts: 6 }
    await cms.strapi.db.connection('schedules').where({ document_id: documentId }).update(dead)
    await wake()
    await untilState(documentId, 'publish', 'failed')
    expect(await rowsOf(documentId)).toMatchObject([{ error_code: 'INTERRUPTED' }])
  })
})

describe('what is done by hand', () => {
  it('ends the plan for it, and tells its author', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS), unpublishAt: inMs(2 * HOUR_MS) })
    await publish(cms, { documentId })
    expect(await planOf(documentId)).toMatchObject({
      publish: { state: 'withdrawn', withdrawn: expect.stringContaining('提前手动发布') },
      unpublish: { state: 'planned' },
    })
    await cms.strapi.documents('api::article.article').unpublish({ documentId })
    expect(await planOf(documentId)).toMatchObject({ unpublish: { state: 'withdrawn' } })
    expect((await noticesOf(documentId)).map((notice) => notice.topic)).toEqual(Array(2).fill('schedule-withdrawn'))
  })

  it('by deletion, too', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    await cms.strapi.documents('api::article.article').delete({ documentId })
    expect(await rowsOf(documentId)).toMatchObject([{ state: 'withdrawn', withdrawn_because: 'deleted' }])
  })

  it('stays when it was refused', async () => {
    const { documentId } = await createDraft(cms, { body: null })
    await plan(documentId, { publishAt: inMs(HOUR_MS) })
    await expect(publish(cms, { documentId })).rejects.toThrow()
    expect(await rowsOf(documentId)).toMatchObject([{ state: 'planned' }])
    await plan(documentId, {})
  })
})

describe('the calendar', () => {
  const calendar = async () => {
    const { body, text, status } = await get(
      cms,
      `/admin/schedules/calendar?from=${inMs(-HOUR_MS)}&to=${inMs(9 * HOUR_MS)}`,
      editor,
    )
    expect(status, text).toBe(200)
    return (body.data as { entries: (Data & { scheduleId: number })[] }).entries
  }

  it('shows what is planned and published, and what comes too near to another', async () => {
    const published = await createPublished(cms, { title: '已经发布' })
    const [one, two, three] = [await createDraft(cms), await createDraft(cms), await createDraft(cms)]
    await plan(one.documentId, { publishAt: inMs(5 * HOUR_MS) })
    await plan(two.documentId, { publishAt: inMs(5 * HOUR_MS + 60_000) })
    await plan(three.documentId, { publishAt: inMs(7 * HOUR_MS) })
    const entries = await calendar()
    const of = ({ documentId }: { documentId: string }) => entries.find((entry) => entry.documentId === documentId)
    expect(of(published)).toMatchObject({ state: 'published', title: '已经发布', uid: 'api::article.article' })
    expect(of(one)).toMatchObject({ state: 'planned', isConflict: true, mayMove: true })
    expect(of(two)).toMatchObject({ isConflict: true })
    expect(of(three)).toMatchObject({ isConflict: false })
  })

  it('moves what is planned, and refuses what cannot be', async () => {
    const { documentId } = await createDraft(cms)
    await plan(documentId, { publishAt: inMs(3 * HOUR_MS), unpublishAt: inMs(4 * HOUR_MS) })
    const idOf = async () => (await calendar()).find((entry) => entry.documentId === documentId)?.scheduleId
    const move = async (ms: number, id: number | undefined) =>
      send(cms, 'PUT', `/admin/schedules/${id}`, { dueAt: inMs(ms) }, editor)
    const id = await idOf()
    expect(codesOf((await move(5 * HOUR_MS, id)).body)).toEqual(['SCHEDULE_ORDER'])
    expect(codesOf((await move(-HOUR_MS, id)).body)).toEqual(['SCHEDULE_PAST'])
    expect((await move(2 * HOUR_MS, id)).status).toBe(200)
    expect((await planOf(documentId)).unpublish).toMatchObject({ state: 'planned' })
    const gone = await move(HOUR_MS, id)
    expect([gone.status, gone.body.error?.details.code]).toEqual([400, 'SCHEDULE_GONE'])
    expect((await move(HOUR_MS, await idOf())).status).toBe(200)
  })
})

it('plans the same thing once when two do it at once', async () => {
  const { documentId } = await createDraft(cms)
  const publishAt = inMs(HOUR_MS)
  const answers = await Promise.all(Array.from({ length: 6 }, () => planning(documentId, { publishAt })))
  for (const { status, body } of answers) if (status !== 200) expect(body.error?.details.code).toBe('SCHEDULE_GONE')
  const open = (await rowsOf(documentId)).filter((row) => row.state === 'planned')
  expect(open).toHaveLength(1)
})
