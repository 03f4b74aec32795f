/** The second factor: set up, asked for, shown once, lost. */
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../src/domain/members/member.ts'
import {
  activate,
  bearer,
  createLoneMember,
  fromElsewhere,
  inside,
  logIn,
  PASSWORD,
  post,
  refusalOf,
} from './setup/accounts.ts'
import { auditRows } from './setup/audit.ts'
import { type Answer, get } from './setup/http.ts'
import { createCollege, createMember, holdOffice } from './setup/members.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startCms()
})
afterAll(() => cms.stop())

const STEP_MS = 30_000
type Headers = Record<string, string>

const codeAt = (secret: string, ms: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms })
/** A code that was not used yet: of the step after the one that set up the factor. */
const nextCode = (secret: string) => codeAt(secret, Date.now() + STEP_MS)

async function begin(headers: Headers): Promise<string> {
  const { body } = await post(cms, '/second-factor', { password: PASSWORD }, { ...headers, ...fromElsewhere() })
  return (body.data as { secret: string }).secret.replaceAll(' ', '')
}

async function setUp(headers: Headers) {
  const secret = await begin(headers)
  const answer = await post(cms, '/second-factor/confirm', { code: codeAt(secret, Date.now()) }, headers)
  return { secret, recoveryCodes: (answer.body.data as { recoveryCodes: string[] }).recoveryCodes }
}

async function withFactor(member?: Member) {
  const who = member ?? (await createLoneMember(cms))
  const answer = await activate(cms, who)
  return { member: who, answer, ...(await setUp(bearer(answer))) }
}

const enter = async (member: Member, code: string) => {
  const asked = await logIn(cms, member)
  return post(cms, '/login/second-factor', { ticket: inside(asked).ticket, code }, fromElsewhere())
}
const standing = async (answer: Answer) =>
  (await get(cms, '/api/auth/second-factor', bearer(answer))).body.data as {
    state: string
    isNeeded: boolean
    recoveryCodesLeft: number
  }

describe('setting up', () => {
  it('shows a secret to scan, to open and to type, and asks nothing before it is confirmed', async () => {
    const member = await createLoneMember(cms)
    const answer = await activate(cms, member)
    const { body } = await post(cms, '/second-factor', { password: PASSWORD }, bearer(answer))
    const { secret, uri, qr } = body.data as { secret: string; uri: string; qr: string }
    expect(uri).toContain(secret.replaceAll(' ', ''))
    expect(qr).toMatch(/^<svg/)
    expect(inside(await logIn(cms, member)).state).toBe('in')
    const wrong = await post(cms, '/second-factor/confirm', { code: '000000' }, bearer(answer))
    expect(refusalOf(wrong)?.code).toBe('SECOND_FACTOR_WRONG')
    expect(inside(await logIn(cms, member)).state).toBe('in')
  })

  it('asks for the password again', async () => {
    const answer = await activate(cms, await createLoneMember(cms))
    const refused = await post(
      cms,
      '/second-factor',
      { password: 'wrong-password-1' },
      { ...bearer(answer), ...fromElsewhere() },
    )
    expect(refusalOf(refused)?.code).toBe('PASSWORD_WRONG')
  })

  it('gives ten recovery codes, once, and counts this session as having shown it', async () => {
    const { answer, recoveryCodes } = await withFactor()
    expect(recoveryCodes).toHaveLength(10)
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await standing(answer)).toEqual({ state: 'passed', isNeeded: false, recoveryCodesLeft: 10 })
  })

  it('happens once: whoever has one does not get another beside it', async () => {
    const { answer } = await withFactor()
    const again = await post(cms, '/second-factor', { password: PASSWORD }, { ...bearer(answer), ...fromElsewhere() })
    expect(refusalOf(again)?.code).toBe('SECOND_FACTOR_EXISTS')
  })

  it('keeps no secret and no recovery code in clear', async () => {
    const { secret, recoveryCodes } = await withFactor()
    await auditRows(cms)
    const tables = ['member_second_factors', 'member_recovery_codes', 'audit_log']
    const dump = JSON.stringify(await Promise.all(tables.map((table) => cms.strapi.db.connection(table))))
    expect(dump).not.toContain(secret)
    for (const code of recoveryCodes) expect(dump).not.toContain(code.replace('-', ''))
  })
})

describe('a log-in', () => {
  it('with the password alone leads to a ticket, and to nothing else', async () => {
    const { member } = await withFactor()
    const asked = await logIn(cms, member)
    expect(asked.status).toBe(200)
    expect(Object.keys(asked.body.data as object).sort()).toEqual(['expiresAt', 'state', 'ticket'])
    expect(asked.headers.getSetCookie()).toEqual([])
  })

  it('is let in by a code, which works once', async () => {
    const { member, secret } = await withFactor()
    const code = nextCode(secret)
    const answer = await enter(member, code)
    expect([answer.status, inside(answer).secondFactor]).toEqual([200, 'passed'])
    expect((await get(cms, '/api/member/me', bearer(answer))).status).toBe(200)
    expect(refusalOf(await enter(member, code))?.code).toBe('SECOND_FACTOR_WRONG')
  })

  it('of two with the same code at the same moment, one', async () => {
    const { member, secret } = await withFactor()
    const code = nextCode(secret)
    const both = await Promise.all([enter(member, code), enter(member, code)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  it('does not take the code that set it up, one of an hour ago, or none', async () => {
    const { member, secret } = await withFactor()
    for (const code of [codeAt(secret, Date.now()), codeAt(secret, Date.now() - 3_600_000), 'x']) {
      expect(refusalOf(await enter(member, code))?.code).toBe('SECOND_FACTOR_WRONG')
    }
  })

  it('takes a ticket once, and only as long as it lives', async () => {
    const { member, secret } = await withFactor()
    const { ticket } = inside(await logIn(cms, member))
    const code = nextCode(secret)
    expect((await post(cms, '/login/second-factor', { ticket, code }, fromElsewhere())).status).toBe(200)
    const again = await post(cms, '/login/second-factor', { ticket, code }, fromElsewhere())
    expect([again.status, refusalOf(again)?.code]).toEqual([401, 'TICKET_ENDED'])
    const { ticket: late } = inside(await logIn(cms, member))
    await cms.strapi.db.connection('member_codes').update({ expires_at_ms: Date.now() })
    expect(refusalOf(await post(cms, '/login/second-factor', { ticket: late, code }, fromElsewhere()))?.code).toBe(
      'TICKET_ENDED',
    )
  })

  it('waits after five wrong codes, with a new ticket as well', async () => {
    const { member, secret } = await withFactor()
    for (let tries = 0; tries < 5; tries += 1) expect((await enter(member, '000000')).status).toBe(400)
    const paused = await enter(member, nextCode(secret))
    expect([paused.status, refusalOf(paused)?.code]).toEqual([429, 'TOO_MANY_TRIES'])
  })

  it('without the phone is let in by a recovery code, each once', async () => {
    const { member, recoveryCodes } = await withFactor()
    const answer = await enter(member, recoveryCodes[0].toLowerCase().replace('-', ' '))
    expect(answer.status).toBe(200)
    expect((await standing(answer)).recoveryCodesLeft).toBe(9)
    expect(refusalOf(await enter(member, recoveryCodes[0]))?.code).toBe('SECOND_FACTOR_WRONG')
    expect((await enter(member, recoveryCodes[1])).status).toBe(200)
  })

  it('by a reset of the password still asks for the phone', async () => {
    const { member } = await withFactor()
    const { issueCodes } = await import('../src/accounts/codes/issue.ts')
    const [{ code }] = await issueCodes(cms.strapi, [member.id], new Date())
    const answer = await post(
      cms,
      '/reset',
      { number: member.number, code, password: 'lantern-9-orchid' },
      fromElsewhere(),
    )
    expect(inside(answer).state).toBe('second-factor')
  })
})

describe('an office that needs it', () => {
  it('works after it was set up, for half a day, then asks for a code again', async () => {
    const college = await createCollege(cms)
    const member = await createMember(cms, college.branch.id)
    await holdOffice(cms, member.id, 'treasurer', college.branch.id)
    const answer = await activate(cms, member)
    const roster = async () => (await get(cms, '/api/members', bearer(answer))).body.error?.details.code ?? 'open'
    expect(await standing(answer)).toMatchObject({ state: 'absent', isNeeded: true })
    expect(await roster()).toBe('SECOND_FACTOR_REQUIRED')
    const { secret } = await setUp(bearer(answer))
    expect(await roster()).toBe('open')
    await cms.strapi.db.connection('member_sessions').update({ second_factor_at_ms: Date.now() - 12 * 3_600_000 })
    expect(await roster()).toBe('SECOND_FACTOR_REQUIRED')
    expect((await standing(answer)).state).toBe('asked')
    expect((await post(cms, '/second-factor/pass', { code: nextCode(secret) }, bearer(answer))).status).toBe(200)
    expect(await roster()).toBe('open')
  })
})

describe('a changed phone', () => {
  it('is switched off by a code, and every session has to show the new one', async () => {
    const { answer, secret, member } = await withFactor()
    const off = (code: string) => post(cms, '/second-factor/off', { code }, { ...bearer(answer), ...fromElsewhere() })
    expect(refusalOf(await off('000000'))?.code).toBe('SECOND_FACTOR_WRONG')
    expect((await off(nextCode(secret))).status).toBe(200)
    expect(await standing(answer)).toMatchObject({ state: 'absent', recoveryCodesLeft: 0 })
    expect(inside(await logIn(cms, member)).state).toBe('in')
    expect(refusalOf(await off('000000'))?.code).toBe('SECOND_FACTOR_ABSENT')
  })

  it('may have new recovery codes, and the old ones are worth nothing', async () => {
    const { answer, secret, member, recoveryCodes } = await withFactor()
    const { body } = await post(cms, '/second-factor/recovery-codes', { code: nextCode(secret) }, bearer(answer))
    const fresh = (body.data as { recoveryCodes: string[] }).recoveryCodes
    expect(refusalOf(await enter(member, recoveryCodes[0]))?.code).toBe('SECOND_FACTOR_WRONG')
    expect((await enter(member, fresh[0])).status).toBe(200)
  })
})
