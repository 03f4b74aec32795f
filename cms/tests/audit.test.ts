/** Every act leaves one row that says who, what, before, after and how it ended; nobody changes it afterwards. */
import { createRequire } from 'node:module'
import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type AuditTools, runAudit } from '../audit/command.ts'
import { auditRows, changeOf, rowsOf } from './setup/audit.ts'
import { issueToken, logInDesk, logInMember } from './setup/callers.ts'
import { createColumn, createDraft, refusalOf } from './setup/content.ts'
import { get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'
import { upload } from './setup/uploads.ts'

const compiled = createRequire(import.meta.url)('../dist/src/domain/audit/routes.js') as {
  actOfRoute: (method: string, pattern: string) => string | null
}

let cms: TestCms
let admin: Record<string, string>
let author: Record<string, string>
let columnId: string

beforeAll(async () => {
  cms = await startCms()
  columnId = (await createColumn(cms)).documentId
  admin = await logInDesk(cms, 'strapi-super-admin')
  author = await logInDesk(cms, 'strapi-author')
})
afterAll(() => cms.stop())

const ARTICLES = '/content-manager/collection-types/api::article.article'
const draftOf = async (title: string) => (await createDraft(cms, { title })).documentId

async function onlyRowOf(work: () => Promise<unknown>) {
  const rows = await rowsOf(cms, work)
  expect(rows.map(({ act, result, code }) => [act, result, code])).toHaveLength(1)
  return rows[0]
}

describe('documents at the desk', () => {
  it('are written down when they are made, with who, from where and what', async () => {
    const data = { title: '夜校开课', body: '正文。'.repeat(200), column: { connect: [{ documentId: columnId }] } }
    const headers = { ...author, 'user-agent': 'Firefox 140', 'x-forwarded-for': '8.8.8.8, 10.3.2.1' }
    const row = await onlyRowOf(() => send(cms, 'POST', ARTICLES, data, headers))
    expect(row).toMatchObject({
      ...{ act: 'content.create', result: 'ok', code: null, subject_uid: 'api::article.article' },
      ...{
        subject_title: '夜校开课',
        actor_kind: 'desk',
        actor_email: 'strapi-author@portal.example',
        roles: '撰稿人',
      },
      ...{ ip: '10.3.2.1', user_agent: 'Firefox 140', before: null },
    })
    expect(changeOf(row).after).toMatchObject({ title: '夜校开课', column: columnId, body: { characters: 600 } })
  })

  it('are written down when they are changed: what differs alone', async () => {
    const documentId = await draftOf('旧标题')
    const row = await onlyRowOf(() => send(cms, 'PUT', `${ARTICLES}/${documentId}`, { title: '新标题' }, author))
    expect(row).toMatchObject({ act: 'content.update', subject_id: documentId, subject_title: '新标题' })
    expect(changeOf(row)).toEqual({ before: { title: '旧标题' }, after: { title: '新标题' } })
  })

  it('are written down when they are published, taken down and deleted', async () => {
    const documentId = await draftOf('将要发布')
    const one = `${ARTICLES}/${documentId}`
    const published = await onlyRowOf(() => send(cms, 'POST', `${one}/actions/publish`, {}, admin))
    expect(published).toMatchObject({ act: 'content.publish', subject_title: '将要发布' })
    expect(changeOf(published)).toEqual({ before: { 状态: '未发布' }, after: { 状态: '已发布' } })
    const down = await onlyRowOf(() => send(cms, 'POST', `${one}/actions/unpublish`, {}, admin))
    expect(down).toMatchObject({ act: 'content.unpublish', result: 'ok' })
    const gone = await onlyRowOf(() => send(cms, 'DELETE', one, undefined, admin))
    expect(gone).toMatchObject({ act: 'content.delete', subject_title: '将要发布', after: null })
  })

  it('are named by their titles in what is done beside the form', async () => {
    const documentId = await draftOf('将要送审')
    const submit = `/admin/review/documents/api::article.article/${documentId}/submit`
    const row = await onlyRowOf(() => send(cms, 'POST', submit, { fingerprint: '0'.repeat(64) }, author))
    expect(row).toMatchObject({ act: 'review.submit', result: 'refused', subject_id: documentId })
    expect(row).toMatchObject({ subject_title: '将要送审' })
  })

  it('leave a row when somebody is refused, though everything was rolled back', async () => {
    const documentId = await draftOf('撰稿人不能发布')
    const row = await onlyRowOf(() => send(cms, 'POST', `${ARTICLES}/${documentId}/actions/publish`, {}, author))
    expect(row).toMatchObject({ act: 'content.publish', result: 'refused', subject_id: documentId })
    const slug = await onlyRowOf(() => send(cms, 'PUT', `${ARTICLES}/${documentId}`, { slug: 'NEIN' }, author))
    expect(slug).toMatchObject({ act: 'content.update', result: 'refused', code: 'SLUG_MALFORMED' })
  })

  it('leave none for a form that was saved as it was', async () => {
    const documentId = await draftOf('原样')
    expect(await rowsOf(cms, () => send(cms, 'PUT', `${ARTICLES}/${documentId}`, { title: '原样' }, author))).toEqual(
      [],
    )
  })
})

describe('documents without a request', () => {
  it('are acts of the system, the refused ones, too', async () => {
    const made = await onlyRowOf(() => draftOf('导入的'))
    expect(made).toMatchObject({ act: 'content.create', actor_kind: 'system', actor_name: '系统', ip: null })
    const refusal = async () => {
      await refusalOf(() => createDraft(cms, { slug: 'NEIN' }))
      // nobody waits for a row that is written after a rollback
      await expect
        .poll(() => cms.strapi.db.connection('audit_log').where({ code: 'SLUG_MALFORMED', actor_kind: 'system' }))
        .toHaveLength(1)
    }
    const refused = await onlyRowOf(refusal)
    expect(refused).toMatchObject({ act: 'content.create', result: 'refused', code: 'SLUG_MALFORMED' })
  })

  it('leave nothing of what was rolled back', async () => {
    const rolledBack = () =>
      cms.strapi.db.transaction(async () => {
        await draftOf('不会留下')
        throw new Error('back')
      })
    expect(await rowsOf(cms, () => refusalOf(rolledBack))).toEqual([])
  })
})

describe('everything else', () => {
  it('log-ins, failed log-ins and log-outs, and never a password', async () => {
    const account = { email: 'strapi-author@portal.example', password: 'Portal-2026' }
    const inside = await onlyRowOf(() => send(cms, 'POST', '/admin/login', account))
    expect(inside).toMatchObject({ act: 'session.login', result: 'ok', actor_kind: 'desk', roles: '撰稿人' })
    const outside = await onlyRowOf(() => send(cms, 'POST', '/admin/login', { ...account, password: 'Falsch-1' }))
    expect(outside).toMatchObject({ act: 'session.login', result: 'refused', actor_kind: 'anonymous' })
    expect(outside).toMatchObject({ actor_email: account.email, subject_title: 'strapi-author' })
    const slip = await onlyRowOf(() => send(cms, 'POST', '/admin/login', { email: 'Portal-2026', password: 'x' }))
    expect(slip).toMatchObject({ result: 'refused', actor_email: '（输入的不是邮箱）' })
    const again = await send(cms, 'POST', '/admin/login', account)
    const session = { authorization: `Bearer ${(again.body.data as { token: string }).token}` }
    expect(await onlyRowOf(() => send(cms, 'POST', '/admin/logout', {}, session))).toMatchObject({
      ...{ act: 'session.logout', result: 'ok', actor_email: account.email },
    })
    expect(JSON.stringify(await auditRows(cms))).not.toMatch(/Portal-2026|Falsch-1/)
  })

  it('log-ins of members', async () => {
    await logInMember(cms)
    const [row] = (await auditRows(cms)).slice(-1)
    expect(row).toMatchObject({ act: 'member.activate', result: 'ok', actor_kind: 'member' })
    const number = String(row.actor_name).split(' ')[1]
    const refused = await onlyRowOf(() => send(cms, 'POST', '/api/auth/login', { number, password: 'no' }))
    expect(refused).toMatchObject({ act: 'member.login', result: 'refused', subject_title: row.actor_name })
  })

  it('the role of an account, and its password without the password', async () => {
    const roles = await cms.strapi.db.query('admin::role').findMany({ orderBy: 'id' })
    const [one, other] = ['strapi-author', 'strapi-editor'].map((code) => roles.find((role) => role.code === code))
    const data = { firstname: '卫东', lastname: '王', email: 'wang@portal.example', roles: [one.id] }
    const made = await onlyRowOf(() => send(cms, 'POST', '/admin/users', data, admin))
    expect(made).toMatchObject({ act: 'account.create', subject_title: '王卫东' })
    expect(changeOf(made)).toMatchObject({ before: null, after: { roles: ['撰稿人'] } })
    const url = `/admin/users/${made.subject_id}`
    const moved = await onlyRowOf(() => send(cms, 'PUT', url, { roles: [other.id] }, admin))
    expect(moved).toMatchObject({ act: 'account.update', subject_title: '王卫东' })
    expect(changeOf(moved)).toEqual({ before: { roles: ['撰稿人'] }, after: { roles: ['审核人'] } })
    const secret = await onlyRowOf(() => send(cms, 'PUT', url, { password: 'Geheim-2026' }, admin))
    expect(changeOf(secret).after).toMatchObject({ password: '（保密，不记录）' })
    expect(JSON.stringify(secret)).not.toMatch(/Geheim|\$2[aby]\$/)
  })

  it('what a role may do', async () => {
    const { id } = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'dangjian-analyst' } })
    const permissions = [{ action: 'plugin::upload.read', subject: null, properties: {}, conditions: [] }]
    const row = await onlyRowOf(() => send(cms, 'PUT', `/admin/roles/${id}/permissions`, { permissions }, admin))
    expect(row).toMatchObject({ act: 'role.permissions', subject_title: '数据分析员' })
    expect(changeOf(row).before).toMatchObject({
      permissions: expect.arrayContaining(['plugin::upload.assets.download']),
    })
    expect(changeOf(row).after).toEqual({ permissions: [] })
  })

  it('tokens, without their keys', async () => {
    const data = { name: '同步', description: '', type: 'full-access', lifespan: null }
    let key = ''
    const row = await onlyRowOf(async () => {
      const { body } = await send(cms, 'POST', '/admin/api-tokens', data, admin)
      key = (body.data as { accessKey: string }).accessKey
    })
    expect(row).toMatchObject({ act: 'token.create', subject_title: '同步', result: 'ok' })
    expect(key).toHaveLength(256)
    expect(JSON.stringify(row)).not.toContain(key)
  })

  it('what comes by a token', async () => {
    const token = await issueToken(cms, 'full-access')
    const data = { data: { name: '志愿服务', slug: 'volunteers' } }
    const row = await onlyRowOf(() => send(cms, 'POST', '/api/tags', data, token))
    expect(row).toMatchObject({ act: 'content.create', actor_kind: 'token', actor_name: 'full-access' })
    expect(await onlyRowOf(() => get(cms, '/api/users', token))).toMatchObject({ act: 'member.read', result: 'ok' })
  })

  it('files', async () => {
    let id = 0
    const sent = { name: '通知.txt', bytes: '通知' }
    const made = await onlyRowOf(async () => {
      id = (await upload(cms, admin, sent, '/upload')).files[0].id
    })
    expect(made).toMatchObject({ act: 'file.upload', subject_id: String(id), subject_title: '通知.txt' })
    const gone = await onlyRowOf(() => send(cms, 'DELETE', `/upload/files/${id}`, undefined, admin))
    expect(gone).toMatchObject({ act: 'file.delete', subject_title: '通知.txt', after: null })
    const bad = await onlyRowOf(() => upload(cms, admin, { name: 'a.exe', bytes: 'MZ' }, '/upload'))
    expect(bad).toMatchObject({ act: 'file.upload', result: 'refused' })
  })

  it('but no reading, no stranger, no talk between programs', async () => {
    const rows = await rowsOf(cms, async () => {
      await get(cms, '/api/articles')
      await get(cms, ARTICLES, author)
      await send(cms, 'POST', ARTICLES, {})
      await send(cms, 'POST', '/admin/nothing', {})
      await send(cms, 'POST', '/admin/permissions/check', { permissions: [] }, author)
    })
    expect(rows).toEqual([])
  })
})

describe('the audit log itself', () => {
  const exported = (query: string, headers = admin) => fetch(`${cms.url}/admin/audit/export?${query}`, { headers })

  it('is read by whoever holds the permission', async () => {
    const affairs = await logInDesk(cms, 'dangjian-affairs')
    expect((await get(cms, '/admin/audit/entries', affairs)).status).toBe(403)
    expect((await get(cms, '/admin/audit/state', affairs)).status).toBe(403)
    expect((await exported('format=csv', affairs)).status).toBe(403)
    const { status, body } = await get(cms, '/admin/audit/entries?act=session.login&result=refused', admin)
    expect(status).toBe(200)
    const [entry] = body.data as unknown as Record<string, unknown>[]
    expect(entry).toMatchObject({ act: '登录', result: 'refused', reason: '登录信息不对，或账号已停用' })
  })

  it('is searched by person, day, subject, and page by page', async () => {
    const documentId = await draftOf('百分之百 100%_对')
    const asked = async (query: string) => {
      const { status, body } = await get(cms, `/admin/audit/entries?${query}`, admin)
      expect(status).toBe(200)
      return body.data as unknown as { sequence: number; subject: { id: string } }[]
    }
    expect(await asked(`subject=${encodeURIComponent('100%_')}`)).toMatchObject([{ subject: { id: documentId } }])
    expect(await asked(`subject=${documentId}&person=${encodeURIComponent('系统')}`)).toHaveLength(1)
    expect(await asked('person=nobody')).toEqual([])
    expect(await asked('to=2020-01-01')).toEqual([])
    const all = await asked('from=2020-01-01')
    const made = await get(cms, `/admin/audit/entries?subject=${documentId}`, admin)
    expect((made.body.meta as { names?: object }).names).toEqual({ [columnId]: '党建要闻' })
    const rest = await asked(`before=${all[1].sequence}`)
    expect(rest[0].sequence).toBe(all[1].sequence - 1)
    for (const wrong of ['from=2026-02-30', 'act=nothing', 'before=x', 'result=maybe']) {
      expect((await get(cms, `/admin/audit/entries?${wrong}`, admin)).status, wrong).toBe(400)
    }
  })

  it('is exported as CSV that runs no formula, and the export is an act', async () => {
    await draftOf('=HYPERLINK("http://x")')
    let text = ''
    const row = await onlyRowOf(async () => {
      const answer = await exported('format=csv&from=2026-01-01')
      expect(answer.headers.get('content-disposition')).toContain('filename="audit.csv"')
      text = Buffer.from(await answer.arrayBuffer()).toString()
    })
    expect(text.startsWith('\uFEFF序号,时间（北京）,操作人')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(row).toMatchObject({ act: 'audit.export', actor_kind: 'desk', result: 'ok' })
    expect(changeOf(row).after).toEqual({ format: 'csv', from: '2026-01-01' })
  })

  it('is exported as a workbook', async () => {
    const answer = await exported('act=session.login')
    const [{ data: rows }] = await readXlsx(Buffer.from(await answer.arrayBuffer()))
    expect(rows[0].slice(0, 3)).toEqual(['序号', '时间（北京）', '操作人'])
    expect(rows.slice(1).every((cells) => cells[6] === '登录')).toBe(true)
  })

  it('is changed by no route, and the database refuses', async () => {
    const { methods } = (cms.strapi.server.listRoutes() as { methods: string[]; path: string }[])
      .filter(({ path }) => path.startsWith('/admin/audit'))
      .reduce((all, { methods }) => ({ methods: [...all.methods, ...methods] }), { methods: [] as string[] })
    expect(new Set(methods)).toEqual(new Set(['GET', 'HEAD']))
    const knex = cms.strapi.db.connection
    await expect(knex('audit_log').where({ sequence: 1 }).update({ actor_name: 'x' })).rejects.toThrow('never changed')
    await expect(knex('audit_log').where({ sequence: 1 }).delete()).rejects.toThrow('never changed')
  })

  it('has a name for every act that a route is', () => {
    const unnamed = (cms.strapi.server.listRoutes() as { methods: string[]; path: string }[]).flatMap(
      ({ methods, path }) =>
        methods.flatMap((method) => (compiled.actOfRoute(method, path) === 'other' ? [`${method} ${path}`] : [])),
    )
    expect(unnamed).toEqual([])
  })
})

describe('npm run audit', () => {
  const knex = () => cms.strapi.db.connection
  const tools = () => cms.strapi.get('audit') as AuditTools
  async function run(words: string[], now = new Date()) {
    let said = ''
    const code = await runAudit(words, {
      ...{ from: cms.dataDir, dataDir: cms.dataDir, now: () => now },
      withAudit: (work) => work(tools()),
      output: { write: (text) => (said += text) },
    })
    return { code, said }
  }

  /** What somebody could do who holds the database itself. */
  async function tamper(sql: string) {
    const triggers: { name: string; sql: string }[] = await knex()('sqlite_master').where({ type: 'trigger' })
    for (const { name } of triggers) await knex().raw(`DROP TRIGGER ${name}`)
    await knex().raw(sql)
    for (const { sql } of triggers) await knex().raw(sql)
  }

  it('finds the log in order', async () => {
    const { code, said } = await run(['verify'])
    expect([code, said]).toEqual([0, expect.stringContaining('审计日志完整')])
  })

  it('finds one chain, whatever number of processes give rows their place at once', async () => {
    const { sealAll } = createRequire(import.meta.url)('../dist/src/audit/sealer.js') as {
      sealAll: (strapi: TestCms['strapi']) => Promise<void>
    }
    const { sequence: _sequence, hash: _hash, prev_hash: _prev, ...content } = (await auditRows(cms))[0]
    const before = (await auditRows(cms)).length
    await knex()('audit_pending').insert(Array.from({ length: 60 }, () => content))
    await Promise.all([1, 2, 3, 4].map(() => sealAll(cms.strapi)))
    const rows = await auditRows(cms)
    expect(rows).toHaveLength(before + 60)
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_row, index) => index + 1))
    expect((await run(['verify'])).code).toBe(0)
  })

  it('archives what is old, and verifies across the archive', async () => {
    const rows = await auditRows(cms)
    expect(await run(['archive'])).toMatchObject({ code: 0, said: expect.stringContaining('没有超过 12 个月') })
    const later = new Date(Date.now() + 400 * 24 * 60 * 60 * 1000)
    const { code, said } = await run(['archive'], later)
    expect([code, said]).toEqual([0, expect.stringContaining(`${rows.length} 条记录已移到`)])
    const left = await auditRows(cms)
    expect(left.map(({ act }) => act)).toEqual(['audit.archive'])
    await draftOf('归档之后')
    expect((await run(['verify'])).said).toContain(`核对了 ${rows.length + 2} 条`)
    expect((await run(['archive'], later)).code).toBe(0)
    await draftOf('又一篇')
    expect((await run(['verify'])).code).toBe(0)
  })

  it('exports', async () => {
    expect((await run(['export', 'a.csv'])).code).toBe(0)
    expect((await run(['export', 'a.doc'])).code).toBe(2)
    expect((await run(['nothing'])).code).toBe(2)
  })

  it.skipIf(process.env.TEST_DATABASE_URL)('finds an altered, a removed and a cut-off row', async () => {
    for (const title of ['甲', '乙', '丙']) await draftOf(title)
    const [one, two, three] = (await auditRows(cms)).slice(-3)
    await tamper(`UPDATE audit_log SET subject_title = '别的' WHERE sequence = ${one.sequence}`)
    expect(await run(['verify'])).toMatchObject({
      code: 1,
      said: expect.stringContaining(`第 ${one.sequence} 条审计记录被改动过`),
    })
    await tamper(`UPDATE audit_log SET subject_title = '甲' WHERE sequence = ${one.sequence}`)
    expect((await run(['verify'])).code).toBe(0)
    await tamper(`DELETE FROM audit_log WHERE sequence = ${three.sequence}`)
    expect((await run(['verify'])).said).toContain(`从第 ${three.sequence} 条起，最后的审计记录不见了`)
    await tamper(`DELETE FROM audit_log WHERE sequence = ${one.sequence}`)
    expect((await run(['verify'])).said).toContain(`第 ${one.sequence} 条审计记录不见了`)
    expect((await run(['archive'])).code).toBe(1)
    expect(two.sequence).toBe(one.sequence + 1)
  })

  it.skipIf(process.env.TEST_DATABASE_URL)('tells 平台管理员 of a broken chain at night, once', async () => {
    const { verifyAndTell } = createRequire(import.meta.url)('../dist/src/audit/verification.js') as {
      verifyAndTell: (strapi: TestCms['strapi'], now: Date) => Promise<unknown>
    }
    const logged = vi.spyOn(cms.strapi.log, 'error').mockImplementation(() => cms.strapi.log)
    await verifyAndTell(cms.strapi, new Date())
    await verifyAndTell(cms.strapi, new Date())
    expect(logged).toHaveBeenCalledTimes(2)
    logged.mockRestore()
    expect(await knex()('desk_notices').where({ topic: 'audit-broken' })).toHaveLength(1)
    const { body } = await get(cms, '/admin/audit/state', admin)
    expect(body.data).toMatchObject({ verification: { problem: expect.stringContaining('审计记录不见了') } })
  })
})
