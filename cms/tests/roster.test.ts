/** Organisations and members over HTTP: what staff and secretaries do, what is refused, and what the log says of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberData } from '../src/domain/members/member.ts'
import { sealingRing } from '../src/sealing/ring.ts'
import { sealedIdentityOf } from '../src/stores/members.ts'
import { rowsOf } from './setup/audit.ts'
import { send } from './setup/http.ts'
import {
  type College,
  createCollege,
  createMember,
  createOrganisation,
  logInAs,
  logInOfficer,
} from './setup/members.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let college: College
let staff: Record<string, string>
let secretary: Record<string, string>

beforeAll(async () => {
  cms = await startCms()
  college = await createCollege(cms)
  staff = (await logInOfficer(cms, 'committee-staff', college.committee.id, college.branch.id)).headers
  secretary = (await logInOfficer(cms, 'branch-secretary', college.branch.id, college.branch.id)).headers
})
afterAll(() => cms.stop())

const IDENTITY = '11010519491231002X'
const ON = '2026-09-01'

async function ask(method: string, path: string, body?: unknown, by = staff) {
  const answer = await send(cms, method, path, body, by)
  return {
    status: answer.status,
    code: answer.body.error?.details.code,
    data: answer.body.data as unknown as Record<string, unknown>,
  }
}
const codeOf = async (method: string, path: string, body?: unknown, by = staff) =>
  (await ask(method, path, body, by)).code ?? null

const memberData = (data: Partial<MemberData> = {}): MemberData => ({
  ...{ number: '20260001', name: '新党员', organisationId: college.branch.id, status: 'probationary' },
  ...{ admittedOn: '2026-06-28', fullOn: null, category: 'student', phone: '13911112222', mail: 'x@example.edu.cn' },
  ...{ identity: IDENTITY, ...data },
})

describe('the tree', () => {
  it('grows, is renamed and moved, with its history', async () => {
    const { data: made } = await ask('POST', '/api/organisations', {
      ...{ kind: 'branch', name: '新支部', parentId: college.general.id, foundedOn: ON },
    })
    const id = String(made.id)
    await ask('POST', `/api/organisations/${id}/rename`, { name: '更名支部', on: ON })
    await ask('POST', `/api/organisations/${id}/move`, { parentId: college.otherGeneral.id, on: ON })
    const { data } = await ask('GET', `/api/organisations/${id}`)
    expect(data).toMatchObject({
      name: '更名支部',
      parentId: college.otherGeneral.id,
      path: `${college.otherGeneral.path}${id}/`,
    })
    expect(data.events).toMatchObject([
      { kind: 'founded', to: '新支部' },
      { kind: 'renamed', from: '新支部', to: '更名支部' },
      { kind: 'moved', from: '甲总支', to: '乙总支' },
    ])
  })

  it('takes everything below along, and merges members and groups', async () => {
    const one = await createOrganisation(cms, 'branch', '并入支部', college.general)
    const group = await createOrganisation(cms, 'group', '一组', one)
    const member = await createMember(cms, group.id)
    const direct = await createMember(cms, one.id)
    await ask('POST', `/api/organisations/${one.id}/move`, { parentId: college.otherGeneral.id, on: ON })
    const moved = await ask('GET', `/api/organisations/${group.id}`)
    expect(moved.data.path).toBe(`${college.otherGeneral.path}${one.id}/${group.id}/`)

    expect(await codeOf('POST', `/api/organisations/${one.id}/merge`, { into: college.sister.id, on: ON })).toBeNull()
    expect((await ask('GET', `/api/organisations/${group.id}`)).data.path).toBe(`${college.sister.path}${group.id}/`)
    expect((await ask('GET', `/api/members/${direct.id}`)).data.organisationId).toBe(college.sister.id)
    expect((await ask('GET', `/api/members/${member.id}`)).data.organisationId).toBe(group.id)
    expect((await ask('GET', `/api/organisations/${one.id}`)).data.dissolvedOn).toBe(ON)
    expect(await codeOf('POST', `/api/organisations/${one.id}/rename`, { name: '再改', on: ON })).toBe(
      'ORGANISATION_DISSOLVED',
    )
  })

  it('refuses what makes no tree', async () => {
    const { committee, general, otherGeneral, branch, sister } = college
    const group = await createOrganisation(cms, 'group', '不动组', branch)
    expect(await codeOf('POST', `/api/organisations/${general.id}/move`, { parentId: branch.id, on: ON })).toBe(
      'ORGANISATION_CIRCLE',
    )
    expect(await codeOf('POST', `/api/organisations/${group.id}/move`, { parentId: committee.id, on: ON })).toBe(
      'ORGANISATION_PARENT',
    )
    expect(await codeOf('POST', `/api/organisations/${branch.id}/merge`, { into: general.id, on: ON })).toBe(
      'ORGANISATION_KIND',
    )
    expect(await codeOf('POST', `/api/organisations/${branch.id}/merge`, { into: branch.id, on: ON })).toBe(
      'ORGANISATION_CIRCLE',
    )
    expect(await codeOf('POST', `/api/organisations/${general.id}/dissolve`, { on: ON })).toBe('ORGANISATION_NOT_EMPTY')
    expect(await codeOf('POST', `/api/organisations/${committee.id}/dissolve`, { on: ON })).toBe('ORGANISATION_KIND')
    const sameName = { kind: 'branch', name: sister.name, parentId: general.id, foundedOn: ON }
    expect(await codeOf('POST', '/api/organisations', sameName)).toBe('ORGANISATION_NAME_TAKEN')
    expect(await codeOf('POST', '/api/organisations', { ...sameName, kind: 'committee' })).toBe('ORGANISATION_PARENT')
    const early = { kind: 'branch', name: '太早支部', parentId: otherGeneral.id, foundedOn: '1900-01-01' }
    expect(await codeOf('POST', '/api/organisations', early)).toBe('ORGANISATION_DAY')
  })

  it.each([
    {},
    { kind: 'branch' },
    { kind: 'party', name: '支部', parentId: 'x', foundedOn: ON },
    { kind: 'branch', name: 'x'.repeat(61), parentId: 'x', foundedOn: ON },
    { kind: 'branch', name: '支部', parentId: 'x', foundedOn: '2026-02-30' },
    { kind: 'branch', name: '支部', parentId: { $ne: '' }, foundedOn: ON },
    { kind: 'branch', name: '支部', parentId: 'x', foundedOn: ON, path: '/' },
    [],
  ])('takes nothing but %j', async (body) => {
    expect(await codeOf('POST', '/api/organisations', body)).toBe('BAD_REQUEST')
  })
})

describe('a member', () => {
  it('is taken in, found, changed, and his number kept sealed', async () => {
    const { data } = await ask('POST', '/api/members', memberData(), secretary)
    const id = String(data.id)
    const { data: shown } = await ask('GET', `/api/members/${id}`, undefined, secretary)
    expect(shown).toMatchObject({
      name: '新党员',
      phone: '139****2222',
      mail: 'x***@example.edu.cn',
      hasIdentity: true,
    })
    const sealed = String(await sealedIdentityOf(cms.strapi, id))
    expect(sealed).not.toContain('1949')
    expect(sealingRing(cms.strapi).unseal(sealed, `identity:${id}`)).toBe(IDENTITY)

    const found = await send(cms, 'GET', `/api/members?words=${encodeURIComponent('新党')}`, undefined, secretary)
    expect(found.body.data).toMatchObject([{ id }])
    expect((await send(cms, 'GET', '/api/members?words=%25', undefined, secretary)).body.data).toEqual([])

    const changed = memberData({ status: 'full', fullOn: '2026-07-01', identity: null })
    expect(await codeOf('PUT', `/api/members/${id}`, changed, secretary)).toBeNull()
    const { data: identity } = await ask('POST', `/api/members/${id}/identity`, undefined, secretary)
    expect(identity).toEqual({ identity: IDENTITY })
  })

  it.each<[string | null, Partial<MemberData>]>([
    ['MEMBER_DATES', { admittedOn: '2999-01-01' }],
    ['MEMBER_DATES', { status: 'full', fullOn: '2026-06-27' }],
    ['MEMBER_FULL_ON', { status: 'full' }],
    ['MEMBER_FULL_ON', { fullOn: '2026-07-01' }],
    ['MEMBER_IDENTITY', { identity: '110105194912310021' }],
    ['BAD_REQUEST', { number: 'a b' }],
    ['BAD_REQUEST', { phone: '12345678901' }],
    ['BAD_REQUEST', { category: 'rich' as never }],
    ['BAD_REQUEST', { status: 'former' as never }],
  ])('is refused with %s for %j', async (code, data) => {
    expect(await codeOf('POST', '/api/members', memberData({ number: '20269999', ...data }))).toBe(code)
  })

  it('belongs to a branch or group, and has a number of his own', async () => {
    expect(
      await codeOf('POST', '/api/members', memberData({ number: '20269998', organisationId: college.general.id })),
    ).toBe('MEMBER_ORGANISATION')
    const { number } = await createMember(cms, college.foreign.id)
    expect(await codeOf('POST', '/api/members', memberData({ number }))).toBe('MEMBER_NUMBER_TAKEN')
  })

  it('comes in once when two send the same number at the same time', async () => {
    const codes = await Promise.all(
      Array.from({ length: 8 }, () => codeOf('POST', '/api/members', memberData({ number: 'TWICE-1' }))),
    )
    expect(codes.filter((code) => code === null)).toHaveLength(1)
    expect(codes.filter((code) => code === 'MEMBER_NUMBER_TAKEN')).toHaveLength(7)
  })
})

describe('offices', () => {
  it('are held where they belong, once, and end', async () => {
    const member = await createMember(cms, college.sister.id)
    const headers = await logInAs(cms, member)
    const office = { memberId: member.id, role: 'treasurer', organisationId: college.sister.id, fromOn: '2026-01-01' }
    expect((await send(cms, 'GET', '/api/members', undefined, headers)).status).toBe(403)
    const { data } = await ask('POST', '/api/offices', office)
    expect((await send(cms, 'GET', '/api/members', undefined, headers)).status).toBe(200)
    expect(await codeOf('POST', '/api/offices', office)).toBe('OFFICE_HELD')
    expect(await codeOf('POST', '/api/offices', { ...office, role: 'general-branch' })).toBe('OFFICE_PLACE')
    expect(await codeOf('POST', `/api/offices/${data.id}/end`)).toBeNull()
    expect(await codeOf('POST', `/api/offices/${data.id}/end`)).toBe('OFFICE_OVER')
  })
})

describe('the audit log', () => {
  it('says who looked at whose identity number, and never the number', async () => {
    const { data } = await ask(
      'POST',
      '/api/members',
      memberData({ number: 'AUDIT-1', phone: '13700001111' }),
      secretary,
    )
    const rows = await rowsOf(cms, () => ask('POST', `/api/members/${data.id}/identity`, undefined, secretary))
    expect(rows).toMatchObject([{ act: 'roster.reveal', actor_kind: 'member', subject_id: data.id, result: 'ok' }])
    const refused = await rowsOf(cms, () =>
      ask('POST', '/api/members', memberData({ number: 'AUDIT-1', phone: '13700001111' }), secretary),
    )
    expect(refused).toMatchObject([
      { act: 'roster.member', result: 'refused', code: 'MEMBER_NUMBER_TAKEN', after: null },
    ])
    const all = JSON.stringify(
      await rowsOf(cms, async () => undefined).then(() => cms.strapi.db.connection('audit_log')),
    )
    for (const secret of [IDENTITY, '13700001111', '13911112222']) expect(all).not.toContain(secret)
  })
})
