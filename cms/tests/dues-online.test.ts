/** Dues paid online, against servers that speak the providers' protocols: notices late, doubled and forged, answers lost, money twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '../src/domain/members/member.ts'
import { billMember } from '../src/dues/bill-month.ts'
import { checkBooks } from '../src/dues/check-books.ts'
import { orderNoOf } from '../src/dues/online/orders.ts'
import { balances } from '../src/stores/dues/ledger.ts'
import { createBase, MONTH, newKey } from './setup/dues.ts'
import { send } from './setup/http.ts'
import { type College, createCollege, createMember, logInAs, logInOfficer } from './setup/members.ts'
import { alipayNotice, formOf } from './setup/payments/alipay/notices.ts'
import { type PaymentServers, startPaymentServers } from './setup/payments/servers.ts'
import { paidNotice, refundNotice } from './setup/payments/wechat/notices.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Headers = Record<string, string>
type Started = { payment: { id: string; state: string }; started: { kind: string; url?: string; text?: string } | null }

let cms: TestCms
let servers: PaymentServers
let college: College
let treasurer: Headers
let secretary: Headers

beforeAll(async () => {
  servers = await startPaymentServers()
  cms = await startCms()
  college = await createCollege(cms)
  treasurer = (await logInOfficer(cms, 'treasurer', college.branch.id, college.branch.id)).headers
  secretary = (await logInOfficer(cms, 'branch-secretary', college.branch.id, college.branch.id)).headers
})
afterAll(async () => {
  await cms.stop()
  await servers.stop()
})

let member: Member
let own: Headers
beforeEach(async () => {
  member = await createMember(cms, college.branch.id)
  await createBase(cms, member, 345_678)
  await billMember(cms.strapi, member, MONTH, new Date())
  own = await logInAs(cms, member)
})

async function ask<T = unknown>(method: string, path: string, body?: unknown, by = own) {
  const { status, body: answer } = await send(cms, method, path, body, by)
  return { status, code: answer.error?.details.code ?? null, data: answer.data as unknown as T }
}
const pay = (data: object = {}) =>
  ask<Started>('POST', '/api/member/dues/online', {
    ...{ key: newKey(), provider: 'wechat', amount: '34.57', isRestVoluntary: false, device: 'computer', ...data },
  })
const stateOf = async (id: string) => (await ask<{ state: string }>('GET', `/api/member/dues/online/${id}`)).data.state
const paidFen = async () => {
  const { data } = await ask<{ bills: { paid: { fen: number } }[] }>('GET', '/api/member/dues')
  return data.bills[0].paid.fen
}
const notify = async (orderNo: string) => {
  const { headers, body } = paidNotice(servers.wechat, orderNo)
  return (await fetch(`${cms.url}/api/payments/wechat/notify`, { method: 'POST', headers, body })).status
}
/** WeChat Pay does it later, and says so. */
async function giveBack(requestId: string) {
  const refundNo = orderNoOf(requestId)
  const refund = servers.wechat.refunds.get(refundNo)
  if (refund) refund.status = 'SUCCESS'
  const { headers, body } = refundNotice(servers.wechat, refundNo)
  return (await fetch(`${cms.url}/api/payments/wechat/notify`, { method: 'POST', headers, body })).status
}
const books = () => checkBooks(cms.strapi, new Date())

describe('a payment by WeChat', () => {
  it('is started as a code, and settled by a notice, however often that comes', async () => {
    const { data } = await pay()
    expect(data).toMatchObject({ payment: { state: 'waiting' }, started: { kind: 'qr' } })
    const { id } = data.payment
    expect(await paidFen()).toBe(0)
    servers.wechat.pay(orderNoOf(id))
    const answers = await Promise.all(Array.from({ length: 10 }, () => notify(orderNoOf(id))))
    expect(new Set(answers)).toEqual(new Set([200]))
    expect([await stateOf(id), await paidFen(), await notify(orderNoOf(id))]).toEqual(['settled', 3457, 200])
    expect(await books()).toEqual([])
  })

  it('is found by asking when no notice comes', async () => {
    const { data } = await pay()
    expect(await stateOf(data.payment.id)).toBe('waiting')
    servers.wechat.pay(orderNoOf(data.payment.id))
    expect(await stateOf(data.payment.id)).toBe('settled')
    expect(await paidFen()).toBe(3457)
  })

  it('started twice with one key is one order, and another waits for it', async () => {
    const key = newKey()
    const [first, second] = [await pay({ key }), await pay({ key })]
    expect(second.data.payment.id).toBe(first.data.payment.id)
    expect((await pay({ key, amount: '1' })).code).toBe('DUES_KEY_USED')
    expect((await pay()).code).toBe('DUES_ONLINE_OPEN')
  })

  it('is cancelled, and paid after all when the money was quicker', async () => {
    const one = (await pay()).data.payment.id
    expect((await ask('POST', `/api/member/dues/online/${one}/cancel`)).status).toBe(200)
    expect(await stateOf(one)).toBe('withdrawn')
    const two = (await pay()).data.payment.id
    servers.wechat.pay(orderNoOf(two))
    expect((await ask('POST', `/api/member/dues/online/${two}/cancel`)).code).toBe('DUES_ONLINE_PAID')
    expect(await paidFen()).toBe(3457)
  })

  it('of what was paid in cash meanwhile waits to be given back', async () => {
    const { id } = (await pay()).data.payment
    const cash = {
      ...{
        key: newKey(),
        memberId: member.id,
        amount: '34.57',
        method: 'cash',
        paidOn: '2026-11-20',
        isRestVoluntary: false,
        slip: '一',
      },
      arrangement: { rhythm: 'monthly', payer: { kind: 'self' }, consent: null },
    }
    expect((await ask('POST', '/api/branch/dues/payments', cash, treasurer)).code).toBeNull()
    servers.wechat.pay(orderNoOf(id))
    expect(await notify(orderNoOf(id))).toBe(200)
    expect(await paidFen()).toBe(3457)
    const surplus = (await balances(cms.strapi, ['/'])).filter(({ account }) => account === 'surplus')
    expect(surplus.reduce((sum, { fen }) => sum + fen, 0)).toBe(-3457)

    const { data } = await ask<{ requests: { id: string; about: string }[] }>(
      'GET',
      '/api/branch/dues/waiting',
      undefined,
      treasurer,
    )
    const request = data.requests.find(({ about }) => about === id)
    expect(
      (await ask('POST', `/api/branch/dues/requests/${request?.id}/decide`, { isApproved: true, note: '' }, treasurer))
        .code,
    ).toBeNull()
    expect(await giveBack(request?.id ?? '')).toBe(200)
    expect(await paidFen()).toBe(3457)
    const left = (await balances(cms.strapi, ['/'])).filter(
      ({ account }) => account === 'surplus' || account === 'wechat',
    )
    expect(left.reduce((sum, { fen, account }) => sum + (account === 'surplus' ? fen : 0), 0)).toBe(0)
    expect(await books()).toEqual([])
  })
})

describe('money that went online', () => {
  it('goes back through the provider, once two agree', async () => {
    const { id } = (await pay()).data.payment
    servers.wechat.pay(orderNoOf(id))
    await notify(orderNoOf(id))
    const refund = { paymentId: id, amount: '10.00', reason: '多交以后的退款' }
    const request = (await ask<{ id: string }>('POST', '/api/branch/dues/refunds', refund, treasurer)).data.id
    expect(
      (await ask('POST', `/api/branch/dues/requests/${request}/decide`, { isApproved: true, note: '' }, secretary))
        .code,
    ).toBeNull()
    const requestState = async () =>
      (await ask<{ requests: { state: string }[] }>('GET', '/api/member/dues')).data.requests[0].state
    expect([await requestState(), await paidFen()]).toEqual(['sending', 3457])
    // what is on its way cannot be asked for again
    const again = { ...refund, amount: '30.00' }
    expect((await ask('POST', '/api/branch/dues/refunds', again, treasurer)).code).toBe('DUES_REFUND_TOO_MUCH')
    expect(await Promise.all([giveBack(request), giveBack(request), giveBack(request)])).toEqual([200, 200, 200])
    expect(await requestState()).toBe('approved')
    expect(await paidFen()).toBe(2457)
    expect(await books()).toEqual([])
  })
})

describe('a payment by Alipay', () => {
  it('is a page to go to, and a notice', async () => {
    const { data } = await pay({ provider: 'alipay' })
    expect(data.started).toMatchObject({ kind: 'redirect' })
    const orderNo = orderNoOf(data.payment.id)
    await servers.alipay.open(data.started?.url ?? '')
    servers.alipay.pay(orderNo)
    const body = formOf(alipayNotice(servers.alipay, orderNo)).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
    const answer = await fetch(`${cms.url}/api/payments/alipay/notify`, { method: 'POST', headers, body })
    expect([answer.status, await answer.text()]).toEqual([200, 'success'])
    expect(await paidFen()).toBe(3457)
    expect(await books()).toEqual([])
  })
})

it.each([
  ['BAD_REQUEST', { provider: 'deduction' }],
  ['BAD_REQUEST', { amount: '0' }],
  ['DUES_TOO_MUCH', { amount: '34.58' }],
])('is refused with %s for %j', async (code, data) => expect((await pay(data)).code).toBe(code))
