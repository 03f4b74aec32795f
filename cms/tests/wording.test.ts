/** The wording list: shipped once, changed in the desk, imported from files as a whole or not at all. */
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { logInDesk } from './setup/callers.ts'
import { get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Headers = Record<string, string>
let cms: TestCms
let editor: Headers
let author: Headers

beforeAll(async () => {
  cms = await startCms()
  editor = await logInDesk(cms, 'strapi-editor')
  author = await logInDesk(cms, 'strapi-author')
})
afterAll(() => cms.stop())

const query = () => cms.strapi.db.query('api::wording.wording')
const post = (action: string, content: Buffer | string, headers = editor) =>
  send(cms, 'POST', `/admin/checks/wording/${action}`, { content: Buffer.from(content).toString('base64') }, headers)

const CSV = '错误用语,正确用语,处理方式,例外,说明\n部暑,部署,禁止发布,内部暑,\n新词一,对词一,提醒,,说明一\n'
/** “错误用语,正确用语\n国标错词,国标对词\n” in GB 18030 */
const GB18030 = Buffer.from('b4edcef3d3c3d3ef2cd5fdc8b7d3c3d3ef0ab9fab1eab4edb4ca2cb9fab1eab6d4b4ca0a', 'hex')

describe('the shipped list', () => {
  it('is there from the beginning, and what was deleted stays deleted', async () => {
    const shipped = await query().count()
    expect(shipped).toBeGreaterThan(50)
    await query().delete({ where: { wrong: '计画' } })
    await cms.restart()
    expect(await query().count()).toBe(shipped - 1)
  })
})

describe('an import', () => {
  it('shows first what it would do, and does nothing', async () => {
    const before = await query().count()
    const { status, body } = await post('preview', CSV)
    expect(status).toBe(200)
    expect(body.data).toMatchObject({
      added: [{ wrong: '新词一', right: '对词一', note: '说明一' }],
      changed: [{ before: { wrong: '部暑', severity: 'warn' }, after: { severity: 'block', exceptions: ['内部暑'] } }],
      unchanged: 0,
      problems: [],
    })
    expect(await query().count()).toBe(before)
  })

  it('adds and changes, and can be done again', async () => {
    const { status, body } = await post('import', CSV)
    expect([status, body.data]).toEqual([200, { added: 1, changed: 1, unchanged: 0 }])
    expect(await query().findOne({ where: { wrong: '部暑' } })).toMatchObject({
      severity: 'block',
      exceptions: '内部暑',
    })
    const row = await query().findOne({ where: { wrong: '新词一' } })
    expect(row.documentId).toMatch(/^[a-z][a-z0-9]{23}$/)
    expect((await post('import', CSV)).body.data).toEqual({ added: 0, changed: 0, unchanged: 2 })
    const shown = await get(cms, `/content-manager/collection-types/api::wording.wording/${row.documentId}`, editor)
    expect(shown.status).toBe(200)
  })

  it('takes GB 18030, tabs and XLSX', async () => {
    expect((await post('preview', GB18030)).body.data).toMatchObject({
      added: [{ wrong: '国标错词', right: '国标对词' }],
    })
    expect((await post('preview', '\ufeff制表错词\t制表对词\n')).body.data).toMatchObject({
      added: [{ wrong: '制表错词' }],
    })
    const sheet = await writeXlsx([
      [{ value: '错误用语' }, { value: '正确用语' }],
      [{ value: '表格错词' }, { value: '表格对词' }],
    ]).toBuffer()
    expect((await post('preview', sheet)).body.data).toMatchObject({
      added: [{ wrong: '表格错词', right: '表格对词' }],
    })
  })

  it('takes nothing while a row is wrong, and names the rows', async () => {
    const before = await query().count()
    const { status, body } = await post('import', '好错词,好对词\n字,词\n坏错词,坏对词,也许\n')
    expect([status, body.error?.details?.code]).toEqual([400, 'WORDING_PROBLEMS'])
    expect((body.error?.details as { problems?: unknown }).problems).toMatchObject([{ row: 2 }, { row: 3 }])
    expect(await query().count()).toBe(before)
  })

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a broken workbook', Buffer.from('PK\u0003\u0004nothing', 'latin1')],
  ])('refuses %s', async (_name, bytes) => {
    const { status, body } = await post('preview', bytes)
    expect([status, body.error?.details?.code]).toEqual([400, 'WORDING_FILE'])
  })

  it('refuses what is no file', async () => {
    expect((await send(cms, 'POST', '/admin/checks/wording/import', { content: '不' }, editor)).status).toBe(400)
    expect((await send(cms, 'POST', '/admin/checks/wording/import', {}, editor)).status).toBe(400)
  })

  it('is for those who may change the list; others may read it', async () => {
    for (const action of ['preview', 'import']) {
      expect((await post(action, CSV, author)).status).toBe(403)
      expect((await post(action, CSV, {})).status).toBe(401)
    }
    expect((await get(cms, '/admin/checks/wording/export', author)).status).toBe(200)
    expect((await get(cms, '/admin/checks/wording/export', {})).status).toBe(401)
  })

  it('of 5,000 terms takes a moment', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `大表错词${n},大表对词${n}`).join('\n')
    const startedAt = performance.now()
    expect((await post('import', rows)).body.data).toMatchObject({ added: 5000 })
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    await query().deleteMany({ where: { wrong: { $startsWith: '大表错词' } } })
  })
})

it('an export is read again without a change', async () => {
  const { body } = await get(cms, '/admin/checks/wording/export', editor)
  const { name, content } = body.data as { name: string; content: string }
  expect(name).toBe('错敏词.csv')
  expect(content.startsWith('\ufeff错误用语,正确用语')).toBe(true)
  const { added, changed, problems, unchanged } = (await post('preview', content)).body.data as Record<string, unknown>
  expect([added, changed, problems, unchanged]).toEqual([[], [], [], await query().count()])
})
