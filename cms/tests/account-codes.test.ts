/** Codes that others hand out: printed codes of a branch, mails, and a second factor that was lost. */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  activate,
  bearer,
  consents,
  createLoneMember,
  fromElsewhere,
  inside,
  logIn,
  PASSWORD,
  post,
  refusalOf,
} from './setup/accounts.ts'
import { rowsOf } from './setup/audit.ts'
import { logInDesk } from './setup/callers.ts'
import { get, send } from './setup/http.ts'
import { type College, createCollege, createMember, holdOffice, logInAs, logInOfficer } from './setup/members.ts'
import { type MailServer, startMailServer } from './setup/smtp.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Mailer = { from: string; transport: object }
type Jobs = {
  openMailer(environment: object): Mailer
  sendCodeMails(strapi: TestCms['strapi'], settings: object, now: Date): Promise<number>
}
const require = createRequire(import.meta.url)

let cms: TestCms
let college: College
let server: MailServer
let jobs: Jobs
let settings: object

beforeAll(async () => {
  server = await startMailServer()
  cms = await startCms()
  cms.strapi.cron.remove('sendMails')
  college = await createCollege(cms)
  jobs = {
    ...(require('../dist/src/jobs/send-mails.js') as Pick<Jobs, 'openMailer'>),
    ...(require('../dist/src/jobs/send-code-mails.js') as Pick<Jobs, 'sendCodeMails'>),
  }
  const { readEnvironment } = require('../dist/src/environment.js') as { readEnvironment(source: object): object }
  const given = { SMTP_URL: server.url, MAIL_FROM: '智慧党建 <portal@portal.example>' }
  settings = { ...jobs.openMailer(readEnvironment({ ...process.env, ...given })), siteUrl: 'https://portal.example' }
})
afterAll(async () => {
  await cms.stop()
  await server.stop()
})

const MINUTE_MS = 60_000
const work = (now = new Date()) => jobs.sendCodeMails(cms.strapi, settings, now)
const codeIn = (text = '') => /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/.exec(text)?.[0] ?? ''
const mailTo = (address: string) => server.received.filter(({ to }) => to.includes(address))

describe('printed codes of a branch', () => {
  const ask = (headers: Record<string, string>, memberIds: string[]) =>
    send(cms, 'POST', '/api/branch/codes', { memberIds }, headers)
  type PrintedCode = { memberId: string; name: string; code: string; purpose: string }

  it('open the accounts of its members, each with its row of the log', async () => {
    const { headers } = await logInOfficer(cms, 'branch-secretary', college.branch.id, college.branch.id)
    const members = [await createMember(cms, college.branch.id), await createMember(cms, college.branch.id)]
    let made: PrintedCode[] = []
    const rows = await rowsOf(cms, async () => {
      const { body } = await ask(headers, [members[0].id, members[1].id, members[0].id])
      made = body.data as PrintedCode[]
    })
    expect(made.map(({ memberId, purpose }) => [memberId, purpose])).toEqual(
      members.map(({ id }) => [id, 'activation']),
    )
    expect(rows.map(({ act, subject_title }) => [act, subject_title])).toEqual(
      members.map(({ name }) => ['roster.codes', name]),
    )
    for (const { code } of made) expect(JSON.stringify(rows)).not.toContain(code)
    const { number } = members[0]
    const answer = await post(
      cms,
      '/activation',
      { number, code: made[0].code, password: PASSWORD, consents },
      fromElsewhere(),
    )
    expect(answer.status).toBe(200)
  })

  it('are all given out, or none', async () => {
    const { headers } = await logInOfficer(cms, 'branch-secretary', college.branch.id, college.branch.id)
    const [own, foreign] = [await createMember(cms, college.branch.id), await createMember(cms, college.foreign.id)]
    expect((await ask(headers, [own.id, foreign.id])).status).toBe(404)
    expect(await cms.strapi.db.connection('member_codes').where({ member_id: own.id })).toEqual([])
    for (const memberIds of [[], 'x', [7], Array(501).fill('x')]) {
      expect((await send(cms, 'POST', '/api/branch/codes', { memberIds }, headers)).status).toBe(400)
    }
  })

  it('for those who handle money come from the committee alone', async () => {
    const { headers } = await logInOfficer(cms, 'branch-secretary', college.branch.id, college.branch.id)
    const { headers: staff } = await logInOfficer(cms, 'committee-staff', college.committee.id, college.branch.id)
    const treasurer = await createMember(cms, college.branch.id)
    await holdOffice(cms, treasurer.id, 'treasurer', college.branch.id)
    const refused = await ask(headers, [treasurer.id])
    expect([refused.status, refusalOf(refused)?.code]).toEqual([400, 'CODE_FOR_OFFICE'])
    expect((await ask(staff, [treasurer.id])).status).toBe(200)
  })
})

describe('the first codes of all', () => {
  const ask = (headers: Record<string, string>, numbers: unknown) =>
    send(cms, 'POST', '/admin/member-codes', { numbers }, headers)

  it('come from 平台管理员 at the desk, and from nobody else there', async () => {
    const [administrator, affairs] = [
      await logInDesk(cms, 'strapi-super-admin'),
      await logInDesk(cms, 'dangjian-affairs'),
    ]
    const staff = await createMember(cms, college.branch.id)
    await holdOffice(cms, staff.id, 'committee-staff', college.committee.id)
    const [row] = await rowsOf(cms, async () => {
      const { status, body } = await ask(administrator, [staff.number])
      expect(status).toBe(200)
      const [{ code }] = body.data as { code: string }[]
      const entered = { number: staff.number, code, password: PASSWORD, consents }
      expect((await post(cms, '/activation', entered, fromElsewhere())).status).toBe(200)
    })
    expect(row).toMatchObject({ act: 'roster.codes', actor_kind: 'desk', subject_title: staff.name })
    expect((await ask(affairs, [staff.number])).status).toBe(403)
    expect((await ask({}, [staff.number])).status).toBe(401)
    expect((await ask(administrator, ['NOBODY-7'])).status).toBe(404)
    for (const numbers of [[], 'x', [1], Array(51).fill('x')]) {
      expect((await ask(administrator, numbers)).status).toBe(400)
    }
  })
})

describe('a code by mail', () => {
  const ask = (purpose: string, number: string) => post(cms, `/${purpose}/mail`, { number }, fromElsewhere())

  it('opens an account, and later sets a new password', async () => {
    const member = await createLoneMember(cms, { mail: 'wang@college.example' })
    expect((await ask('activation', member.number)).body.data).toEqual({})
    expect(await work()).toBe(1)
    const [{ mail }] = mailTo('wang@college.example')
    expect(mail.text).toContain('https://portal.example/member/activate/')
    const { number } = member
    const opened = await post(
      cms,
      '/activation',
      { number, code: codeIn(mail.text), password: PASSWORD, consents },
      fromElsewhere(),
    )
    expect(opened.status).toBe(200)
    await ask('reset', number)
    await work()
    const code = codeIn(mailTo('wang@college.example')[1].mail.text)
    expect((await post(cms, '/reset', { number, code, password: 'lantern-9-orchid' }, fromElsewhere())).status).toBe(
      200,
    )
    expect((await logIn(cms, member, { password: 'lantern-9-orchid' })).status).toBe(200)
  })

  it('is answered the same whoever asks, and goes to nobody else', async () => {
    const before = server.received.length
    const without = await createLoneMember(cms)
    const left = await createLoneMember(cms, { status: 'former', mail: 'left@college.example' })
    const waiting = await createLoneMember(cms, { mail: 'waiting@college.example' })
    const answers = [
      await ask('activation', 'NOBODY-5'),
      await ask('activation', without.number),
      await ask('activation', left.number),
      await ask('reset', waiting.number),
      await ask('activation', waiting.number),
    ]
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(await work()).toBe(1)
    expect(server.received.length - before).toBe(1)
  })

  it('fills nobody’s letter box', async () => {
    const member = await createLoneMember(cms, { mail: 'box@college.example' })
    const statuses = []
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await ask('activation', member.number)).status)
    expect(statuses).toEqual([200, 200, 429, 429])
  })

  it('waits in no table in clear, is tried again, and not after half an hour', async () => {
    // what the tests before have left
    await work()
    const member = await createLoneMember(cms, { mail: 'late@college.example' })
    await ask('activation', member.number)
    server.isRefusing = true
    const start = Date.now()
    expect(await work()).toBe(1)
    const row = async () => cms.strapi.db.connection('member_mails').where({ member_id: member.id }).first()
    expect(await row()).toMatchObject({ mail: 'waiting', attempts: 1 })
    server.isRefusing = false
    expect(await work(new Date(start + 30_000))).toBe(0)
    expect(await work(new Date(start + 31 * MINUTE_MS))).toBe(1)
    expect(await row()).toMatchObject({ mail: 'none' })
    expect(mailTo('late@college.example')).toEqual([])
  })
})

describe('a second factor that was lost', () => {
  it('is taken away by the committee, which ends every session', async () => {
    const { headers: staff } = await logInOfficer(cms, 'committee-staff', college.committee.id, college.branch.id)
    const member = await createMember(cms, college.branch.id)
    const answer = await activate(cms, member)
    const session = bearer(answer)
    const { body } = await post(cms, '/second-factor', { password: PASSWORD }, session)
    const { Secret, TOTP } = await import('otpauth')
    const secret = (body.data as { secret: string }).secret.replaceAll(' ', '')
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect((await post(cms, '/second-factor/confirm', { code }, session)).status).toBe(200)
    expect(inside(await logIn(cms, member)).state).toBe('second-factor')
    const off = () => send(cms, 'POST', `/api/members/${member.id}/second-factor/off`, {}, staff)
    const [row] = await rowsOf(cms, off)
    expect(row).toMatchObject({ act: 'roster.second-factor', result: 'ok', subject_title: member.name })
    expect((await get(cms, '/api/member/me', session)).status).toBe(401)
    expect(inside(await logIn(cms, member)).state).toBe('in')
    expect(refusalOf(await off())?.code).toBe('SECOND_FACTOR_NONE')
  })

  it('is not taken away without one’s own', async () => {
    const staff = await createMember(cms, college.branch.id)
    await holdOffice(cms, staff.id, 'committee-staff', college.committee.id)
    const headers = await logInAs(cms, staff, { secondFactor: false })
    const { status } = await send(cms, 'POST', `/api/members/${staff.id}/second-factor/off`, {}, headers)
    expect(status).toBe(403)
  })
})
