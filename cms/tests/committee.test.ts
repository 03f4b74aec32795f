/** How a college begins: at the desk, with its committee, its first roster and the first of its staff. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMemberByNumber } from '../src/stores/members.ts'
import { rowsOf } from './setup/audit.ts'
import { logInDesk } from './setup/callers.ts'
import { send } from './setup/http.ts'
import { createCollege, logInAs, logInOfficer } from './setup/members.ts'
import { newRow, rosterCsv, sendForm } from './setup/roster-files.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let administrator: Record<string, string>

const FOUNDED = '1952-09-01'
const rows = rosterCsv([
  newRow({ number: 'F-1', name: '首任干事', generalBranch: '机关党总支', branch: '机关一支部', phone: '13911112222' }),
  newRow({ number: 'F-2', name: '离校党员', branch: '机关一支部' }),
])

beforeAll(async () => {
  cms = await startCms()
  administrator = await logInDesk(cms, 'strapi-super-admin')
})
afterAll(() => cms.stop())

async function ask(method: string, path: string, body?: unknown, by = administrator) {
  const answer = await send(cms, method, `/admin/committee${path}`, body, by)
  const data = answer.body.data as unknown as Record<string, unknown>
  return { status: answer.status, code: answer.body.error?.details?.code ?? null, data }
}
const give = (deed: string, fields: Record<string, string> = {}, file = rows) =>
  sendForm(cms, `/admin/committee/${deed}`, file, { foundedOn: FOUNDED, ...fields }, administrator)

describe('a college', () => {
  it('begins with nothing', async () => {
    expect((await ask('GET', '/state')).data).toEqual({ committee: null, organisations: 0, members: 0, staff: [] })
    const { status, body } = await give('preview')
    expect([status, body.error?.details.code]).toEqual([400, 'COMMITTEE_MISSING'])
    expect(await ask('POST', '/staff', { memberId: 'x' })).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  it.each([
    [{ name: '党', foundedOn: FOUNDED }, 'BAD_REQUEST'],
    [{ name: '学院党委', foundedOn: '2999-01-01' }, 'ORGANISATION_FUTURE'],
    [{ name: '学院党委' }, 'BAD_REQUEST'],
    [{ name: '学院党委', foundedOn: FOUNDED, kind: 'branch' }, 'BAD_REQUEST'],
  ])('is not founded by %j', async (body, code) => {
    expect(await ask('POST', '/found', body)).toMatchObject({ status: 400, code })
  })

  it('has one committee, also when two found it at the same time', async () => {
    const noted = await rowsOf(cms, async () => {
      const found = () => ask('POST', '/found', { name: '学院党委', foundedOn: FOUNDED })
      const codes = (await Promise.all([found(), found(), found()])).map(({ code }) => code)
      expect(codes.sort()).toEqual(['COMMITTEE_EXISTS', 'COMMITTEE_EXISTS', null].sort())
    })
    expect(noted.filter(({ result }) => result === 'ok')).toMatchObject([
      { act: 'roster.organisation', actor_kind: 'desk' },
    ])
  })

  it('takes its first roster in, with the branches it names', async () => {
    const { data } = (await give('preview')).body as unknown as {
      data: { fingerprint: string; organisations: object[] }
    }
    expect(data.organisations).toHaveLength(2)
    expect((await give('import', { fingerprint: 'f'.repeat(64) })).body.error?.details.code).toBe('ROSTER_CHANGED')
    const { fingerprint } = data
    expect((await give('import', { fingerprint })).body.data).toMatchObject({ added: 2, organisations: 2 })
    expect((await ask('GET', '/state')).data).toMatchObject({
      organisations: 3,
      members: 2,
      committee: { name: '学院党委' },
    })
  })

  it('finds its members by number or name, and shows nothing else of them', async () => {
    const { data } = await ask('GET', `/members?${new URLSearchParams({ words: '首任' })}`)
    expect(data).toEqual([{ id: expect.any(String), number: 'F-1', name: '首任干事', organisation: '机关一支部' }])
    expect((await ask('GET', '/members?words=%25')).data).toEqual([])
    expect(await ask('GET', '/members')).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  })

  it('gets staff who may do what staff may, until they are dismissed', async () => {
    const member = await findMemberByNumber(cms.strapi, 'F-1')
    if (!member) throw new Error('no member')
    const headers = await logInAs(cms, member)
    expect((await send(cms, 'GET', '/api/members', undefined, headers)).status).toBe(403)
    const { data } = await ask('POST', '/staff', { memberId: member.id })
    expect((await send(cms, 'GET', '/api/members', undefined, headers)).status).toBe(200)
    expect(await ask('POST', '/staff', { memberId: member.id })).toMatchObject({ status: 400, code: 'OFFICE_HELD' })
    expect((await ask('GET', '/state')).data.staff).toMatchObject([
      { id: data.id, memberId: member.id, name: '首任干事' },
    ])

    expect((await ask('POST', `/staff/${data.id}/end`)).status).toBe(200)
    expect(await ask('POST', `/staff/${data.id}/end`)).toMatchObject({ status: 400, code: 'OFFICE_OVER' })
    expect((await ask('GET', '/state')).data.staff).toEqual([])
  })

  it('ends at the desk no office but that of the staff, and appoints nobody who has left', async () => {
    const college = await createCollege(cms)
    const { member } = await logInOfficer(cms, 'treasurer', college.branch.id, college.branch.id)
    const [office] = await cms.strapi.db.connection('offices').where({ member_id: member.id })
    expect((await ask('POST', `/staff/${office.id}/end`)).status).toBe(404)
    const left = await findMemberByNumber(cms.strapi, 'F-2')
    await cms.strapi.db.connection('members').where({ id: left?.id }).update({ status: 'former' })
    expect((await ask('POST', '/staff', { memberId: left?.id })).status).toBe(404)
  })
})

describe('the page', () => {
  it.each(['strapi-editor', 'strapi-author', 'dangjian-affairs', null])('is closed to %s', async (role) => {
    const by = role === null ? {} : await logInDesk(cms, role)
    for (const [method, path] of [
      ['GET', '/state'],
      ['GET', '/members?words=F'],
      ['GET', '/template'],
      ['POST', '/found'],
      ['POST', '/staff'],
      ['POST', '/staff/x/end'],
      ['POST', '/preview'],
      ['POST', '/import'],
    ])
      expect([401, 403], `${method} ${path}`).toContain(
        (await ask(method, path, method === 'POST' ? {} : undefined, by)).status,
      )
  })

  it('gives the template', async () => {
    const response = await fetch(`${cms.url}/admin/committee/template`, { headers: administrator })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ])
  })
})
