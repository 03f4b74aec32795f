/** Dues over HTTP: bills, payments, corrections and refunds of a small college, and what the ledger says of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../src/domain/members/member.ts'
import { billMonth } from '../src/dues/bill-month.ts'
import { checkBooks } from '../src/dues/check-books.ts'
import { billId } from '../src/stores/dues/bills.ts'
import { balances } from '../src/stores/dues/ledger.ts'
import { createBase, MONTH, newKey, payment } from './setup/dues.ts'
import { send } from './setup/http.ts'
import { type College, createCollege, createMember, logInAs, logInOfficer } from './setup/members.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Headers = Record<string, string>
type Statement = {
  account: { openFen: number; flag: string | null; months: { month: string; state: string }[] }
  bills: {
    id: string
    month: string
    due: { fen: number; amount: string }
    paid: { fen: number }
    made: { fen: number } | null
  }[]
  payments: { id: string; state: string; fen: number }[]
  requests: { state: string }[]
}

let cms: TestCms
let college: College
let treasurer: Headers
let secretary: Headers
let staff: Headers

beforeAll(async () => {
  cms = await startCms()
  college = await createCollege(cms)
  const { branch, committee } = college
  treasurer = (await logInOfficer(cms, 'treasurer', branch.id, branch.id)).headers
  secretary = (await logInOfficer(cms, 'branch-secretary', branch.id, branch.id)).headers
  staff = (await logInOfficer(cms, 'committee-staff', committee.id, branch.id)).headers
})
afterAll(() => cms.stop())

const now = () => new Date('2026-11-27T04:00:00Z')

async function ask(method: string, path: string, body?: unknown, by = treasurer) {
  const { status, body: answer } = await send(cms, method, path, body, by)
  return { status, code: answer.error?.details.code ?? null, data: answer.data as unknown }
}
const idOf = async (asked: ReturnType<typeof ask>) => ((await asked).data as { id: string }).id
const codeOf = async (asked: ReturnType<typeof ask>) => (await asked).code
const statement = async (member: Member) =>
  (await ask('GET', `/api/branch/members/${member.id}/dues`)).data as Statement
const books = () => checkBooks(cms.strapi, now())

/** Somebody who owes 34.57 元 for each of these months. */
async function debtor(months: string[] = [MONTH], data: Partial<Member> = {}): Promise<Member> {
  const member = await createMember(cms, college.branch.id, data)
  await createBase(cms, member, 345_678)
  for (const month of months) await billMonth(cms.strapi, month, now())
  return member
}

describe('bills', () => {
  it('are made once, however often and by however many at once', async () => {
    const member = await createMember(cms, college.branch.id)
    await createBase(cms, member, 345_678)
    const runs = await Promise.all([1, 2, 3, 4].map(() => billMonth(cms.strapi, '2026-10', now())))
    expect(runs.reduce((sum, { bills }) => sum + bills, 0)).toBe(1)
    expect(await billMonth(cms.strapi, '2026-10', now())).toMatchObject({ bills: 0 })
    const { bills } = await statement(member)
    expect(bills).toMatchObject([
      { month: '2026-10', due: { fen: 3457, amount: '34.57' }, paid: { fen: 0 }, made: null },
    ])
    expect(await books()).toEqual([])
  })

  it('wait for a base, and are made when the branch has confirmed it', async () => {
    const member = await createMember(cms, college.branch.id)
    const own = await logInAs(cms, member)
    await billMonth(cms.strapi, MONTH, now())
    const { data } = await ask('GET', `/api/branch/dues?month=${MONTH}`)
    expect((data as { gaps: unknown[] }).gaps).toContainEqual(
      expect.objectContaining({ memberId: member.id, reason: 'BASE_MISSING' }),
    )

    const base = await idOf(ask('POST', '/api/member/dues/bases', { from: '2026-01', amount: '8,000.00' }, own))
    const waiting = async (by?: Headers) => (await ask('GET', '/api/branch/dues/waiting', undefined, by)).data
    const listed = expect.objectContaining({ id: base, memberId: member.id, name: member.name, from: '2026-01' })
    expect(await waiting()).toMatchObject({ bases: expect.arrayContaining([listed]) })
    expect(JSON.stringify(await waiting())).not.toContain('8000')
    const { sister } = college
    const foreign = (await logInOfficer(cms, 'treasurer', sister.id, sister.id)).headers
    expect(await waiting(foreign)).toMatchObject({ bases: [] })
    expect(
      await codeOf(ask('POST', `/api/branch/dues/bases/${base}/decide`, { isApproved: true, note: '' }, secretary)),
    ).toBeNull()
    expect((await statement(member)).bills[0]).toMatchObject({ due: { amount: '120.00' } })
    expect(await codeOf(ask('POST', `/api/branch/dues/bases/${base}/decide`, { isApproved: false, note: '' }))).toBe(
      'DUES_BASE_DECIDED',
    )
    expect(await waiting()).not.toMatchObject({ bases: expect.arrayContaining([listed]) })
    const kept = JSON.stringify(await cms.strapi.db.connection('dues_bases').where({ member_id: member.id }))
    expect(kept).not.toMatch(/800000|8000/)
  })

  it('go by no base that nobody else has confirmed', async () => {
    const member = await createMember(cms, college.branch.id)
    const base = await idOf(ask('POST', `/api/branch/members/${member.id}/bases`, { from: '2026-01', amount: '5000' }))
    expect(await codeOf(ask('POST', `/api/branch/dues/bases/${base}/decide`, { isApproved: true, note: '' }))).toBe(
      'DUES_BASE_OWN',
    )
    const student = await createMember(cms, college.branch.id, { category: 'student' })
    expect(
      await codeOf(ask('POST', `/api/branch/members/${student.id}/bases`, { from: '2026-01', amount: '5000' })),
    ).toBe('DUES_BASE_NOT_NEEDED')
  })
})

describe('a payment', () => {
  it('with a slip settles the oldest month first; the same one sent twice is one', async () => {
    const member = await debtor(['2026-09', '2026-10', MONTH])
    const paid = payment(member.id, '50.00', { slip: '转账 0001' })
    const first = await ask('POST', '/api/branch/dues/payments', paid)
    const second = await ask('POST', '/api/branch/dues/payments', paid)
    expect(second).toEqual({ ...first, data: expect.objectContaining({ state: 'settled' }) })
    expect(await codeOf(ask('POST', '/api/branch/dues/payments', { ...paid, amount: '49.00' }))).toBe('DUES_KEY_USED')
    const { bills, payments } = await statement(member)
    expect(bills.map(({ paid: { fen } }) => fen)).toEqual([0, 1543, 3457])
    expect(payments).toHaveLength(1)
    expect(await books()).toEqual([])
  })

  it('without one waits for the member’s own word', async () => {
    const member = await debtor()
    const own = await logInAs(cms, member)
    const id = await idOf(ask('POST', '/api/branch/dues/payments', payment(member.id, '34.57')))
    expect((await statement(member)).bills[0].paid.fen).toBe(0)
    const other = await logInAs(cms, await createMember(cms, college.branch.id))
    expect((await ask('POST', `/api/member/dues/payments/${id}/confirm`, undefined, other)).status).toBe(404)
    expect(await codeOf(ask('POST', `/api/member/dues/payments/${id}/confirm`, undefined, own))).toBeNull()
    expect(await codeOf(ask('POST', `/api/member/dues/payments/${id}/confirm`, undefined, own))).toBe(
      'DUES_NOT_WAITING',
    )
    expect(await codeOf(ask('POST', `/api/branch/dues/payments/${id}/withdraw`))).toBe('DUES_NOT_WAITING')
    expect((await statement(member)).bills[0].paid.fen).toBe(3457)
  })

  it('that the member denies never was', async () => {
    const member = await debtor()
    const own = await logInAs(cms, member)
    const id = await idOf(ask('POST', '/api/branch/dues/payments', payment(member.id, '34.57')))
    expect(await codeOf(ask('POST', `/api/member/dues/payments/${id}/deny`, undefined, own))).toBeNull()
    expect(await statement(member)).toMatchObject({ payments: [{ state: 'withdrawn' }], bills: [{ paid: { fen: 0 } }] })
  })

  it('beyond what is due is voluntary or refused, and a large one is kept apart', async () => {
    const member = await debtor()
    expect(await codeOf(ask('POST', '/api/branch/dues/payments', payment(member.id, '34.58')))).toBe('DUES_TOO_MUCH')
    const before = await balances(cms.strapi, ['/'])
    const paid = payment(member.id, '1034.57', { isRestVoluntary: true, slip: '收条 9' })
    expect(await codeOf(ask('POST', '/api/branch/dues/payments', paid))).toBeNull()
    const of = (all: typeof before, account: string) =>
      all.filter((one) => one.account === account).reduce((sum, { fen }) => sum + fen, 0)
    const after = await balances(cms.strapi, ['/'])
    expect(of(after, 'centre') - of(before, 'centre')).toBe(-1000_00)
    expect(of(after, 'voluntary')).toBe(of(before, 'voluntary'))
    expect(await codeOf(ask('POST', '/api/branch/dues/payments', payment(member.id, '1')))).toBe('DUES_NOTHING_OPEN')
  })

  it.each([
    ['DUES_PAID_ON', { paidOn: '2999-01-01' }],
    ['BAD_REQUEST', { amount: '1e2' }],
    ['BAD_REQUEST', { amount: '-34.57' }],
    ['BAD_REQUEST', { method: 'deduction' }],
    [
      'DUES_CONSENT_MISSING',
      { arrangement: { rhythm: 'monthly', payer: { kind: 'relative', name: '家人' }, consent: null } },
    ],
  ])('is refused with %s for %j', async (code, data) => {
    const member = await debtor()
    expect(await codeOf(ask('POST', '/api/branch/dues/payments', payment(member.id, '34.57', data)))).toBe(code)
  })

  it('goes back at most six months', async () => {
    const member = await debtor(['2026-04'])
    expect(await codeOf(ask('POST', '/api/branch/dues/payments', payment(member.id, '34.57')))).toBe('DUES_TOO_OLD')
  })

  it('sent a hundred times at once, with one key or a hundred, settles once', async () => {
    const [sameKey, ownKeys] = [await debtor(), await debtor()]
    const key = newKey()
    const answers = await Promise.all([
      ...Array.from({ length: 50 }, () =>
        ask('POST', '/api/branch/dues/payments', payment(sameKey.id, '34.57', { key, slip: '一' })),
      ),
      ...Array.from({ length: 50 }, () =>
        ask('POST', '/api/branch/dues/payments', payment(ownKeys.id, '34.57', { slip: '二' })),
      ),
    ])
    expect(answers.slice(0, 50).every(({ status }) => status === 200)).toBe(true)
    expect(answers.slice(50).filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.slice(50).map(({ code }) => code))).toEqual(new Set([null, 'DUES_NOTHING_OPEN']))
    for (const member of [sameKey, ownKeys])
      expect(await statement(member)).toMatchObject({ payments: [{ fen: 3457 }], bills: [{ paid: { fen: 3457 } }] })
    expect(await books()).toEqual([])
  })
})

describe('two people', () => {
  it('correct a bill; what was made stays visible', async () => {
    const member = await debtor()
    const bill = billId(member.id, MONTH)
    expect(
      await codeOf(
        ask('POST', '/api/branch/dues/corrections', { billId: bill, amount: '34.57', reason: '核对以后的更正' }),
      ),
    ).toBe('DUES_NO_CHANGE')
    const id = await idOf(
      ask('POST', '/api/branch/dues/corrections', { billId: bill, amount: '20.00', reason: '基数报错了' }),
    )
    const approve = { isApproved: true, note: '同意' }
    expect(await codeOf(ask('POST', `/api/branch/dues/requests/${id}/decide`, approve))).toBe('DUES_SAME_PERSON')
    expect(await codeOf(ask('POST', `/api/branch/dues/requests/${id}/decide`, approve, secretary))).toBeNull()
    expect(await codeOf(ask('POST', `/api/branch/dues/requests/${id}/decide`, approve, staff))).toBe('DUES_NOT_WAITING')
    expect((await statement(member)).bills[0]).toMatchObject({ due: { fen: 2000 }, made: { fen: 3457 } })
    expect(await books()).toEqual([])
  })

  it('give money back, in parts, never more than there is', async () => {
    const member = await debtor()
    const paid = await idOf(
      ask('POST', '/api/branch/dues/payments', payment(member.id, '40.00', { isRestVoluntary: true, slip: '三' })),
    )
    const refund = (amount: string) =>
      ask('POST', '/api/branch/dues/refunds', { paymentId: paid, amount, reason: '多交以后的退款' })
    const approve = async (asked: ReturnType<typeof refund>) =>
      codeOf(
        ask('POST', `/api/branch/dues/requests/${await idOf(asked)}/decide`, { isApproved: true, note: '' }, secretary),
      )
    expect(await codeOf(refund('40.01'))).toBe('DUES_REFUND_TOO_MUCH')
    expect(await approve(refund('10.00'))).toBeNull()
    expect((await statement(member)).bills[0].paid.fen).toBe(3000)
    expect(await codeOf(refund('30.01'))).toBe('DUES_REFUND_TOO_MUCH')
    expect(await approve(refund('30.00'))).toBeNull()
    expect((await statement(member)).bills[0].paid.fen).toBe(0)
    expect(await books()).toEqual([])
  })

  it('exempt somebody in hardship: the branch studies, the committee approves', async () => {
    const member = await createMember(cms, college.branch.id)
    await createBase(cms, member, 345_678)
    const decision = {
      ...{ effect: { kind: 'exempt' }, from: MONTH, until: '2027-01', document: '院党〔2026〕31号', revokedFrom: null },
      studied: { organisationId: college.branch.id, on: '2026-10-20' },
      approved: { organisationId: college.committee.id, on: '2026-10-28' },
    }
    const wrong = { ...decision, approved: { organisationId: college.general.id, on: '2026-10-28' } }
    expect(
      await codeOf(ask('POST', '/api/branch/dues/decisions', { memberId: member.id, decision: wrong }, staff)),
    ).toBe('DUES_DECISION_COMMITTEE')
    expect(await codeOf(ask('POST', '/api/branch/dues/decisions', { memberId: member.id, decision }, staff))).toBeNull()
    await billMonth(cms.strapi, MONTH, now())
    expect((await statement(member)).bills).toMatchObject([{ due: { fen: 0 }, article: '7', reason: 'EXEMPT' }])
  })
})

describe('the ledger', () => {
  it('is never changed, by nobody', async () => {
    await debtor()
    const knex = cms.strapi.db.connection
    for (const table of ['ledger_entries', 'ledger_postings']) {
      await expect(knex(table).update(table === 'ledger_entries' ? { by: 'x' } : { fen: 1 })).rejects.toThrow(
        /never changed/,
      )
      await expect(knex(table).delete()).rejects.toThrow(/never changed/)
    }
    expect(await books()).toEqual([])
  })

  it('names what does not add up', async () => {
    const knex = cms.strapi.db.connection
    const member = await createMember(cms, college.sister.id, { category: 'student' })
    await knex('dues_bills').insert({
      ...{
        id: 'forged',
        member_id: member.id,
        organisation_id: college.sister.id,
        month: MONTH,
        due_fen: 20,
        category: 'student',
      },
      ...{ rate: null, article: '6', reason: 'FIXED', flags: '[]', made_at_ms: 0 },
    })
    expect(await books()).toEqual([{ code: 'BILL', about: 'forged' }])
    await knex('dues_bills').where({ id: 'forged' }).delete()
    expect((await ask('GET', '/api/committee/dues/check', undefined, staff)).data).toMatchObject({
      problems: [{ code: 'BILL' }],
    })
    expect((await ask('POST', '/api/committee/dues/check', undefined, staff)).data).toEqual({ problems: [] })
  })

  it('says by branch what the bills say', async () => {
    const { data } = await ask('GET', `/api/committee/dues?month=${MONTH}`, undefined, staff)
    const rows = data as { id: string; dueFen: number; paidFen: number; members: number }[]
    const { data: bills } = await ask('GET', `/api/branch/dues?month=${MONTH}&organisation=${college.branch.id}`)
    const own = (bills as { bills: { due: { fen: number }; paid: { fen: number } }[] }).bills
    expect(rows.find(({ id }) => id === college.branch.id)).toMatchObject({
      members: own.length,
      dueFen: own.reduce((sum, { due }) => sum + due.fen, 0),
      paidFen: own.reduce((sum, { paid }) => sum + paid.fen, 0),
    })
  })
})
