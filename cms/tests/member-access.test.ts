/** Every endpoint for members × every role × own and foreign branch. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OfficeRole, officeRoles, type Role } from '../src/domain/access/roles.ts'
import { memberEndpoints } from '../src/member-api/add-routes.ts'
import { createDues } from './setup/dues.ts'
import { send } from './setup/http.ts'
import { memberEndpointEntries, type Target } from './setup/member-endpoints.ts'
import { type College, createCollege, createMember, holdOffice, logInAs, logInOfficer } from './setup/members.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let college: College
let headers: Record<'anonymous' | Role, Record<string, string>>
let own: Target
let foreign: Target

/** Those who see everything have nothing that is foreign. */
const seesAll = (role: Role) => role === 'committee-staff'
/** nothing in what is asked names anybody */
const IS_ABOUT_NOBODY = new Set(['GET /api/committee/dues', 'POST /api/committee/dues/billing'])
const callers = ['anonymous', 'member', ...officeRoles] as const

async function target(branch: { id: string }, parent: { id: string }): Promise<Target> {
  const member = await createMember(cms, branch.id, { category: 'student' })
  const officeId = await holdOffice(cms, member.id, 'treasurer', branch.id)
  return { organisationId: branch.id, parentId: parent.id, member, officeId, ...(await createDues(cms, member)) }
}

beforeAll(async () => {
  cms = await startCms()
  college = await createCollege(cms)
  const { committee, general, otherGeneral, branch, foreign: other } = college
  const place: Record<OfficeRole, string> = {
    'branch-secretary': branch.id,
    treasurer: branch.id,
    auditor: branch.id,
    'general-branch': general.id,
    'committee-staff': committee.id,
  }
  const logins = await Promise.all(officeRoles.map((role) => logInOfficer(cms, role, place[role], branch.id)))
  headers = {
    anonymous: {},
    member: await logInAs(cms, await createMember(cms, branch.id)),
    ...(Object.fromEntries(officeRoles.map((role, at) => [role, logins[at].headers])) as Record<
      OfficeRole,
      Record<string, string>
    >),
  }
  own = await target(branch, general)
  foreign = await target(other, otherGeneral)
})
afterAll(() => cms.stop())

const endpoints = () => [...memberEndpoints(cms.strapi).keys()].sort()

function call(endpoint: string, about: Target, caller: keyof typeof headers) {
  const { id, body, query } = memberEndpointEntries[endpoint]
  const [method, pattern] = endpoint.split(' ')
  const path = pattern.replace(':id', id?.(about) ?? '') + (query ? `?${query(about)}` : '')
  return send(cms, method, path, body?.(about), headers[caller])
}

describe('endpoints for members', () => {
  it('are all listed, with whom they are for', () => {
    expect(endpoints()).toEqual(Object.keys(memberEndpointEntries).sort())
    for (const [endpoint, who] of memberEndpoints(cms.strapi)) {
      expect([...who].sort(), endpoint).toEqual([...memberEndpointEntries[endpoint].who].sort())
    }
  })

  it.each(callers)('let %s do what is listed with his own branch, and nothing else', async (caller) => {
    const wrong: string[] = []
    for (const endpoint of endpoints()) {
      const { who, isOwn } = memberEndpointEntries[endpoint]
      const { status, body } = await call(endpoint, own, caller)
      const isFor = who === 'anyone' || (caller !== 'anonymous' && (who.includes('member') || who.includes(caller)))
      const expected = isFor ? (isOwn ? [404] : [200, 400]) : [caller === 'anonymous' ? 401 : 403]
      if (!expected.includes(status)) wrong.push(`${endpoint}: ${status} ${body.error?.details.code}`)
      if (!isFor && !/[\u4e00-\u9fff]/.test(body.error?.message ?? '')) wrong.push(`${endpoint}: no Chinese sentence`)
    }
    expect(wrong).toEqual([])
  })

  it.each(officeRoles)('answer %s about another branch as about what is not there', async (caller) => {
    const wrong: string[] = []
    for (const endpoint of endpoints()) {
      const { who, id, body, query } = memberEndpointEntries[endpoint]
      if (who === 'anyone' || !who.includes(caller) || !(id ?? body ?? query) || IS_ABOUT_NOBODY.has(endpoint)) continue
      const { status } = await call(endpoint, foreign, caller)
      if (seesAll(caller) ? ![200, 400].includes(status) : status !== 404) wrong.push(`${endpoint}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(officeRoles)('list for %s his own branch and below, and nobody else', async (caller) => {
    const members = await send(cms, 'GET', '/api/members', undefined, headers[caller])
    const organisations = await send(cms, 'GET', '/api/organisations', undefined, headers[caller])
    for (const { text } of [members, organisations]) {
      expect(text).toContain(own.organisationId)
      expect(text.includes(foreign.organisationId)).toBe(seesAll(caller))
    }
    const pointed = await send(
      cms,
      'GET',
      `/api/members?organisation=${foreign.organisationId}`,
      undefined,
      headers[caller],
    )
    expect(pointed.status).toBe(seesAll(caller) ? 200 : 404)
  })
})

describe('a log-in', () => {
  it('of an office without its second factor reads and changes nothing', async () => {
    const member = await createMember(cms, college.branch.id)
    await holdOffice(cms, member.id, 'treasurer', college.branch.id)
    const session = await logInAs(cms, member, { secondFactor: false })
    const { status, body } = await send(cms, 'GET', '/api/members', undefined, session)
    expect([status, body.error?.details.code]).toEqual([403, 'SECOND_FACTOR_REQUIRED'])
    expect((await send(cms, 'GET', '/api/member/me', undefined, session)).status).toBe(200)
  })

  it('of somebody who has left, or is no member, opens nothing', async () => {
    const left = await createMember(cms, college.branch.id, { status: 'former', leftOn: '2026-01-01' })
    const { status, body } = await send(cms, 'GET', '/api/member/me', undefined, await logInAs(cms, left))
    expect([status, body.error?.details.code]).toEqual([403, 'NO_MEMBER'])
  })

  it.each(['', 'Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic eDp4'])('by “%s” is none', async (authorization) => {
    const { status, body } = await send(cms, 'GET', '/api/member/me', undefined, { authorization })
    expect([status, body.error?.details.code]).toEqual([401, 'LOGIN_REQUIRED'])
  })

  it('of the desk or a token is none', async () => {
    const { accessKey } = await cms.strapi
      .service('admin::api-token-content-api')
      .create({ name: 'full', description: '', type: 'full-access', kind: 'content-api', lifespan: null })
    const { status } = await send(cms, 'GET', '/api/members', undefined, { authorization: `Bearer ${accessKey}` })
    expect(status).toBe(401)
  })
})
