/** How members get an account, get in, and get a new password. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  activate,
  bearer,
  codeFor,
  consents,
  cookieOf,
  createLoneMember,
  fromElsewhere,
  inside,
  logIn,
  PASSWORD,
  post,
  refusalOf,
} from './setup/accounts.ts'
import { auditRows, rowsOf } from './setup/audit.ts'
import { get } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

const NEW_PASSWORD = 'lantern-9-orchid'
const isIn = async (headers: Record<string, string>) => (await get(cms, '/api/member/me', headers)).status === 200
const age = (table: string, where: object, change: Record<string, number>) =>
  cms.strapi.db.connection(table).where(where).update(change)

describe('an activation', () => {
  it('by a printed code opens an account, logs in, and keeps what was agreed to', async () => {
    const member = await createLoneMember(cms)
    const answer = await activate(cms, member)
    expect(answer.status).toBe(200)
    expect(inside(answer)).toMatchObject({ state: 'in', secondFactor: 'absent' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await isIn(bearer(answer))).toBe(true)
    const kept = await cms.strapi.db.connection('member_consents').where({ member_id: member.id })
    expect(kept.map(({ kind, version }) => ({ kind, version }))).toEqual(consents)
    expect(Number(kept[0].at_ms)).toBeGreaterThan(Date.now() - 60_000)
  })

  it('leaves a row without the code and the password', async () => {
    const member = await createLoneMember(cms)
    const [row, ...more] = await rowsOf(cms, () => activate(cms, member))
    expect(more).toEqual([])
    expect(row).toMatchObject({ act: 'member.activate', result: 'ok', actor_kind: 'member' })
    expect(row).toMatchObject({ actor_name: `${member.name} ${member.number}`, before: null, after: null })
  })

  it('takes the code as people type it', async () => {
    const member = await createLoneMember(cms)
    const code = (await codeFor(cms, member)).toLowerCase().replace('-', ' ')
    const number = ` ${member.number.toLowerCase()} `
    const { status } = await post(cms, '/activation', { number, code, password: PASSWORD, consents }, fromElsewhere())
    expect(status).toBe(200)
  })

  it('uses a code up: twice in a row, and twice at once', async () => {
    const member = await createLoneMember(cms)
    const code = await codeFor(cms, member)
    const enter = () =>
      post(cms, '/activation', { number: member.number, code, password: PASSWORD, consents }, fromElsewhere())
    const both = await Promise.all([enter(), enter(), enter()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    expect(refusalOf(await enter())?.code).toBe('CODE_WRONG')
    expect(await cms.strapi.db.connection('member_accounts').where({ member_id: member.id })).toHaveLength(1)
    const accounts = await cms.strapi.db
      .query('plugin::users-permissions.user')
      .count({ where: { email: `${member.id}@members.invalid` } })
    expect(accounts).toBe(1)
  })

  it('says the same of an unknown number, a wrong code, an old one, and of whoever has left', async () => {
    const [member, left] = [await createLoneMember(cms), await createLoneMember(cms, { status: 'former' })]
    const code = await codeFor(cms, member)
    const enter = (number: string, typed: string) =>
      post(cms, '/activation', { number, code: typed, password: PASSWORD, consents }, fromElsewhere())
    const wrong = [
      await enter('NOBODY-1', code),
      await enter(member.number, '23456-789AB'),
      await enter(left.number, code),
    ]
    await age('member_codes', { member_id: member.id }, { expires_at_ms: Date.now() })
    wrong.push(await enter(member.number, code))
    expect(new Set(wrong.map(({ text }) => text)).size).toBe(1)
    expect(refusalOf(wrong[0])?.code).toBe('CODE_WRONG')
  })

  it('gives a code five tries', async () => {
    const member = await createLoneMember(cms)
    const code = await codeFor(cms, member)
    const enter = (typed: string) =>
      post(cms, '/activation', { number: member.number, code: typed, password: PASSWORD, consents }, fromElsewhere())
    for (let tries = 0; tries < 4; tries += 1) expect((await enter('23456-789AB')).status).toBe(400)
    // the pause of the number is not what is tested here
    await cms.strapi.db.connection('member_tries').delete()
    expect((await enter('23456-789AB')).status).toBe(400)
    await cms.strapi.db.connection('member_tries').delete()
    expect(refusalOf(await enter(code))?.code).toBe('CODE_WRONG')
  })

  it('asks for a good password before the code is used up', async () => {
    const member = await createLoneMember(cms, { phone: '13812345678' })
    const code = await codeFor(cms, member)
    const enter = (password: string) =>
      post(cms, '/activation', { number: member.number, code, password, consents }, fromElsewhere())
    const weak = await enter(`${member.number}`)
    expect(weak.status).toBe(400)
    expect(refusalOf(weak)?.problems?.map((problem) => problem.code)).toContain('CONTAINS_OWN')
    expect((await enter(PASSWORD)).status).toBe(200)
  })

  it('asks for each consent by itself, to the present text', async () => {
    const member = await createLoneMember(cms)
    const code = await codeFor(cms, member)
    const enter = (agreed: object[]) =>
      post(cms, '/activation', { number: member.number, code, password: PASSWORD, consents: agreed }, fromElsewhere())
    expect(refusalOf(await enter([]))?.code).toBe('CONSENT_MISSING')
    expect(refusalOf(await enter(consents.slice(0, 1)))?.code).toBe('CONSENT_MISSING')
    const old = consents.map(({ kind }) => ({ kind, version: '2020-01' }))
    expect(refusalOf(await enter(old))?.code).toBe('CONSENT_OUTDATED')
    expect((await enter(consents)).status).toBe(200)
  })

  it('shows the texts before', async () => {
    const { body } = await get(cms, '/api/auth/texts')
    expect((body.data as { consents: { kind: string }[] }).consents.map(({ kind }) => kind)).toEqual([
      'notice',
      'sensitive',
    ])
  })

  it('by a new code makes the old one worthless', async () => {
    const member = await createLoneMember(cms)
    const [old, present] = [await codeFor(cms, member), await codeFor(cms, member)]
    const enter = (code: string) =>
      post(cms, '/activation', { number: member.number, code, password: PASSWORD, consents }, fromElsewhere())
    expect(refusalOf(await enter(old))?.code).toBe('CODE_WRONG')
    expect((await enter(present)).status).toBe(200)
  })

  it('is there again for a member whose account the desk has deleted', async () => {
    const member = await createLoneMember(cms)
    const first = await activate(cms, member)
    await cms.strapi.db
      .query('plugin::users-permissions.user')
      .delete({ where: { email: `${member.id}@members.invalid` } })
    expect(await isIn(bearer(first))).toBe(false)
    expect((await logIn(cms, member)).status).toBe(401)
    const second = await activate(cms, member)
    expect([second.status, await isIn(bearer(second)), await isIn(bearer(first))]).toEqual([200, true, false])
  })

  it('keeps no code and no password in clear anywhere', async () => {
    const member = await createLoneMember(cms)
    const code = (await codeFor(cms, member)).replace('-', '')
    await activate(cms, member)
    await auditRows(cms)
    const dump = JSON.stringify(
      await Promise.all(
        ['member_codes', 'member_credentials', 'up_users', 'audit_log', 'member_sessions', 'member_tries'].map(
          (table) => cms.strapi.db.connection(table),
        ),
      ),
    )
    expect(dump).toContain('$argon2id$')
    expect(dump).not.toContain(code)
    expect(dump).not.toContain(PASSWORD)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['a number that is none', { number: 1, code: 'x', password: PASSWORD, consents }],
    ['a long number', { number: 'x'.repeat(41), code: 'x', password: PASSWORD, consents }],
    ['a password like a book', { number: 'A', code: 'x', password: 'x'.repeat(1001), consents }],
    ['more than is asked for', { number: 'A', code: 'x', password: PASSWORD, consents, role: 1 }],
    ['an operator', { number: { $ne: null }, code: 'x', password: PASSWORD, consents }],
    ['SQL', { ticket: "' OR 1=1 --", consents }],
  ])('refuses %s', async (_what, data) => {
    const { status, body } = await post(cms, '/activation', data, fromElsewhere())
    expect([status, body.error?.details.code]).toEqual([400, 'BAD_REQUEST'])
  })
})

describe('a log-in', () => {
  it('by number and password opens the member area', async () => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    const answer = await logIn(cms, member)
    expect(answer.status).toBe(200)
    expect(await isIn(bearer(answer))).toBe(true)
    const me = await get(cms, '/api/users/me', bearer(answer))
    expect(me.status).toBe(200)
  })

  it('never hands the refresh token to a script', async () => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    const answer = await logIn(cms, member)
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^member=[^;]+; path=\/api\/auth; samesite=strict; httponly$/i)
    expect(answer.text).not.toContain(cookieOf(answer).cookie.split('=')[1])
    const kept = await logIn(cms, member, { isKept: true })
    expect(kept.headers.getSetCookie()[0]).toMatch(/expires=/i)
  })

  it('says the same of an unknown number, a wrong password, and an account that is not there or was closed', async () => {
    const [member, waiting, left, closed] = [
      await createLoneMember(cms),
      await createLoneMember(cms),
      await createLoneMember(cms),
      await createLoneMember(cms),
    ]
    for (const one of [member, left, closed]) await activate(cms, one)
    await cms.strapi.db.connection('members').where({ id: left.id }).update({ status: 'former' })
    await cms.strapi.db
      .query('plugin::users-permissions.user')
      .update({ where: { email: `${closed.id}@members.invalid` }, data: { blocked: true } })
    const answers = [
      await logIn(cms, { number: 'NOBODY-2' }),
      await logIn(cms, member, { password: 'wrong-password-1' }),
      await logIn(cms, waiting),
      await logIn(cms, left),
      await logIn(cms, closed),
    ]
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect([answers[0].status, refusalOf(answers[0])?.code]).toEqual([401, 'WRONG_LOGIN'])
  })

  it('takes as long for nobody as for somebody', async () => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    // processor time of all threads, for a busy machine makes everything slow: a hash takes tens of milliseconds of it
    const workOf = async (number: string) => {
      const before = process.cpuUsage()
      await logIn(cms, { number }, { password: 'wrong-password-1' })
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const [known, unknown]: number[][] = [[], []]
    for (let turn = 0; turn < 10; turn += 1) {
      known.push(await workOf(member.number))
      unknown.push(await workOf('NOBODY-3'))
      await cms.strapi.db.connection('member_tries').delete()
    }
    const share = Math.min(...unknown) / Math.min(...known)
    expect(share).toBeGreaterThan(0.6)
    expect(share).toBeLessThan(1.7)
  })

  it('after five tries in vain waits, whoever it is, with growing pauses', async () => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    for (const number of [member.number, 'NOBODY-4']) {
      for (let tries = 0; tries < 5; tries += 1) {
        expect((await logIn(cms, { number }, { password: 'wrong-password-1' })).status).toBe(401)
      }
      const paused = await logIn(cms, { number })
      expect([paused.status, refusalOf(paused)?.code]).toEqual([429, 'TOO_MANY_TRIES'])
      expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(50)
      expect(Number(paused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    }
    await cms.strapi.db.connection('member_tries').update({ paused_until_ms: Date.now() })
    expect((await logIn(cms, member)).status).toBe(200)
    expect((await logIn(cms, member, { password: 'wrong-password-1' })).status).toBe(401)
    expect((await logIn(cms, member)).status).toBe(200)
  })

  it('counts tries that come at the same moment', async () => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    const many = await Promise.all(
      Array.from({ length: 20 }, () => logIn(cms, member, { password: 'wrong-password-1' })),
    )
    expect(many.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(many.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  it('from one address waits after sixty tries in vain, and other addresses do not', async () => {
    const here = fromElsewhere()
    const member = await createLoneMember(cms)
    await activate(cms, member)
    const statuses = []
    for (let tries = 0; tries < 61; tries += 1) {
      statuses.push((await logIn(cms, { number: `NOBODY-A${tries}` }, {}, here)).status)
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(401))
    expect(statuses[60]).toBe(429)
    expect((await logIn(cms, member, {}, here)).status).toBe(429)
    expect((await logIn(cms, member)).status).toBe(200)
  })

  it('leaves a row of whom it was about, and never what was typed', async () => {
    const member = await createLoneMember(cms)
    await activate(cms, member)
    const name = `${member.name} ${member.number}`
    const [ok] = await rowsOf(cms, () => logIn(cms, member))
    expect(ok).toMatchObject({ act: 'member.login', result: 'ok', actor_kind: 'member', actor_name: name })
    const [refused] = await rowsOf(cms, () => logIn(cms, member, { password: 'wrong-password-1' }))
    expect(refused).toMatchObject({ act: 'member.login', result: 'refused', code: 'WRONG_LOGIN' })
    expect(refused).toMatchObject({ actor_kind: 'anonymous', subject_title: name })
    const [slip] = await rowsOf(cms, () => logIn(cms, { number: 'my-password-1' }))
    expect(slip).toMatchObject({ act: 'member.login', result: 'refused', subject_title: null })
    expect(JSON.stringify(await auditRows(cms))).not.toMatch(/my-password-1|wrong-password-1/)
  })
})

describe('a password', () => {
  it('is changed by the old one, and everybody else is out', async () => {
    const member = await createLoneMember(cms)
    const [here, there] = [await activate(cms, member), await logIn(cms, member)]
    const change = (present: string, next: string) =>
      post(cms, '/password', { present, next }, { ...bearer(here), ...fromElsewhere() })
    expect(refusalOf(await change('wrong-password-1', NEW_PASSWORD))?.code).toBe('PASSWORD_WRONG')
    expect(refusalOf(await change(PASSWORD, PASSWORD))?.code).toBe('PASSWORD_WEAK')
    expect(refusalOf(await change(PASSWORD, 'dangjian2026'))?.code).toBe('PASSWORD_WEAK')
    expect((await change(PASSWORD, NEW_PASSWORD)).status).toBe(200)
    expect([await isIn(bearer(here)), await isIn(bearer(there))]).toEqual([true, false])
    expect((await logIn(cms, member)).status).toBe(401)
    expect((await logIn(cms, member, { password: NEW_PASSWORD })).status).toBe(200)
  })

  it('is set anew by a printed code of the branch, once, and everybody is out', async () => {
    const member = await createLoneMember(cms)
    const before = await activate(cms, member)
    const code = await codeFor(cms, member)
    const reset = (password: string) => post(cms, '/reset', { number: member.number, code, password }, fromElsewhere())
    expect(refusalOf(await reset('short'))?.code).toBe('PASSWORD_WEAK')
    const answer = await reset(NEW_PASSWORD)
    expect(answer.status).toBe(200)
    expect([await isIn(bearer(answer)), await isIn(bearer(before))]).toEqual([true, false])
    expect(refusalOf(await reset(PASSWORD))?.code).toBe('CODE_WRONG')
    expect((await logIn(cms, member, { password: NEW_PASSWORD })).status).toBe(200)
  })

  it('is not set by a printed code for an activation, nor the other way round', async () => {
    const member = await createLoneMember(cms)
    const first = await codeFor(cms, member)
    const early = await post(cms, '/reset', { number: member.number, code: first, password: PASSWORD }, fromElsewhere())
    expect(refusalOf(early)?.code).toBe('CODE_WRONG')
    await activate(cms, member)
    const second = await codeFor(cms, member)
    const late = { number: member.number, code: second, password: PASSWORD, consents }
    expect(refusalOf(await post(cms, '/activation', late, fromElsewhere()))?.code).toBe('CODE_WRONG')
  })
})
