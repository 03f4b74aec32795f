/** WeChat Pay over real HTTP with real signatures, against a server that verifies ours. */
import { createVerify } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../../tests/setup/payments/faults'
import {
  API_KEY,
  APP_ID,
  MERCHANT_ID,
  MERCHANT_SERIAL,
  PUBLIC_KEY_ID,
  startWechatServer,
  type WechatServer,
} from '../../../tests/setup/payments/wechat/server'
import { paymentProblems } from '../../domain/payments/problems'
import type { Device, PaymentProvider } from '../provider'
import type { WechatSettings } from '../settings/wechat'
import { createWechatProvider } from './provider'

let server: WechatServer
let settings: WechatSettings
let provider: PaymentProvider

beforeAll(async () => {
  server = await startWechatServer()
  settings = {
    ...{ appId: APP_ID, merchantId: MERCHANT_ID, merchantSerial: MERCHANT_SERIAL, apiKey: API_KEY },
    merchantKey: server.merchant.privateKey,
    platformKeys: { [PUBLIC_KEY_ID]: server.platform.publicKey },
    ways: ['native', 'h5', 'jsapi'],
    api: server.origin,
    notifyUrl: 'https://dj.example.edu.cn/api/payments/wechat/notify',
  }
  provider = createWechatProvider(settings, undefined, 400)
})
afterAll(() => server.stop())
beforeEach(() => {
  server.faults.length = 0
  server.asked.length = 0
  server.orders.clear()
  server.refunds.clear()
  server.balance = 100_000_000
  server.twist = (body) => body
})

const order = {
  orderNo: 'DF202611000001',
  fen: 3457,
  subject: '党费 2026年11月',
  expiresAt: new Date('2026-12-01T00:00:00.5Z'),
}
const computer: Device = { kind: 'computer', returnUrl: 'https://dj.example.edu.cn/member/' }
const phone: Device = { kind: 'phone', ip: '203.0.113.9', returnUrl: 'https://dj.example.edu.cn/member/?paid=1&x=党费' }
const inWechat: Device = { kind: 'wechat', openId: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' }
const value = (state: object) => ({ ok: true, value: state })
const problem = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) })
const placed = async () => {
  await provider.start(order, computer)
  server.pay(order.orderNo)
}

describe('starting', () => {
  it('gives a computer a code', async () => {
    expect(await provider.start(order, computer)).toEqual(
      value({ kind: 'qr', text: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz' }),
    )
    expect(server.orders.get(order.orderNo)?.asked).toEqual({
      appid: APP_ID,
      mchid: MERCHANT_ID,
      description: order.subject,
      out_trade_no: order.orderNo,
      time_expire: '2026-12-01T08:00:00+08:00',
      notify_url: settings.notifyUrl,
      amount: { total: 3457, currency: 'CNY' },
    })
  })

  it('sends a phone to WeChat Pay’s page and back', async () => {
    const started = await provider.start(order, phone)
    const url = new URL(started.ok && started.value.kind === 'redirect' ? started.value.url : '')
    expect(url.origin).toBe('https://wx.tenpay.com')
    expect(url.searchParams.get('prepay_id')).toBe('wx2611215250487459928b659bd466620000')
    expect(url.searchParams.get('redirect_url')).toBe(phone.kind === 'phone' && phone.returnUrl)
  })

  it('signs what WeChat itself is asked for', async () => {
    const started = await provider.start(order, inWechat)
    const parameters = started.ok && started.value.kind === 'jsapi' ? started.value.parameters : {}
    const { appId, timeStamp, nonceStr, package: packed, signType, paySign } = parameters
    expect([appId, packed, signType]).toEqual([APP_ID, 'prepay_id=wx26112221580621e9b071c00d9e093b0000', 'RSA'])
    const message = `${appId}\n${timeStamp}\n${nonceStr}\n${packed}\n`
    const verifier = createVerify('RSA-SHA256').update(message)
    expect(verifier.verify(server.merchant.publicKey, paySign, 'base64')).toBe(true)
  })

  it('says which key answers should be signed with', async () => {
    await provider.start(order, computer)
    expect(server.asked[0].headers['wechatpay-serial']).toBe(PUBLIC_KEY_ID)
  })

  it('may be done again, until the order is paid or closed', async () => {
    await provider.start(order, computer)
    expect((await provider.start(order, phone)).ok).toBe(true)
    server.pay(order.orderNo)
    expect(await provider.start(order, phone)).toEqual(problem('PAID_ALREADY'))
    Object.assign(server.orders.get(order.orderNo) ?? {}, { state: 'CLOSED' })
    expect(await provider.start(order, phone)).toEqual(problem('CLOSED_ALREADY'))
  })

  it('asks nothing of WeChat Pay for what cannot be right', async () => {
    const wrong: [object, Device][] = [
      [{ fen: 0 }, computer],
      [{ fen: 1.5 }, computer],
      [{ orderNo: '../refund' }, computer],
      [{}, { ...phone, ip: 'unknown' } as Device],
      [{}, { kind: 'wechat', openId: '' }],
    ]
    for (const [change, device] of wrong) {
      expect(await provider.start({ ...order, ...change }, device)).toEqual(problem('ORDER_INVALID'))
    }
    const narrow = createWechatProvider({ ...settings, ways: ['native'] })
    expect(narrow.devices).toEqual(['computer'])
    expect(await narrow.start(order, phone)).toEqual(problem('WAY_NOT_OPEN'))
    expect(server.asked).toEqual([])
  })

  it.each([
    [computer, { code_url: 'https://evil.example/' }],
    [phone, { h5_url: 'javascript:alert(1)' }],
    [inWechat, { prepay_id: 'a b' }],
    [computer, {}],
  ])('believes no strange answer (%#)', async (device, body) => {
    server.twist = () => body
    expect(await provider.start(order, device)).toEqual(problem('MALFORMED'))
  })

  it('tells a wrong key of ours from everything else', async () => {
    const stranger = createWechatProvider({ ...settings, merchantKey: server.platform.privateKey })
    expect(await stranger.start(order, computer)).toEqual(problem('CONFIGURATION'))
  })
})

describe('asking', () => {
  it('knows of no order before it is started, then that it is unpaid, then the payment', async () => {
    expect(await provider.query(order)).toEqual(value({ state: 'unknown' }))
    await provider.start(order, computer)
    expect(await provider.query(order)).toEqual(value({ state: 'unpaid' }))
    server.pay(order.orderNo)
    const { transactionId, paidAt } = server.orders.get(order.orderNo) ?? { transactionId: '', paidAt: '' }
    const payment = { provider: 'wechat', orderNo: order.orderNo, transactionId, fen: 3457, paidAt: new Date(paidAt) }
    expect(await provider.query(order)).toEqual(value({ state: 'paid', payment, hasRefunds: false }))
  })

  it.each([
    ['another amount', { amount: { total: 3456, currency: 'CNY' } }],
    ['another currency', { amount: { total: 3457, currency: 'USD' } }],
    ['another merchant', { mchid: '1900000110' }],
    ['another app', { appid: 'wxffffffffffffffff' }],
    ['another order', { out_trade_no: 'DF202611000002' }],
  ])('believes no payment of %s', async (_what, change) => {
    await placed()
    server.twist = (body) => ({ ...body, ...change })
    expect(await provider.query(order)).toEqual(problem('MISMATCH'))
  })

  it.each([
    { amount: { total: '3457', currency: 'CNY' } },
    { amount: { total: 34.57, currency: 'CNY' } },
    { amount: {} },
    { success_time: 'yesterday' },
    { transaction_id: '' },
    { trade_state: 'PAID' },
    { trade_state: ['SUCCESS'] },
  ])('does not guess at %j', async (change) => {
    await placed()
    server.twist = (body) => ({ ...body, ...change })
    expect(await provider.query(order)).toEqual(problem('MALFORMED'))
  })

  it('does not let an order number lead elsewhere', async () => {
    expect(await provider.query({ orderNo: '../../refund', fen: 1 })).toEqual(problem('ORDER_INVALID'))
    expect(server.asked).toEqual([])
  })
})

describe('closing', () => {
  it('closes once, and says what cannot be closed', async () => {
    expect(await provider.close(order.orderNo)).toEqual(value('unknown' as never))
    await provider.start(order, computer)
    expect(await provider.close(order.orderNo)).toEqual(value('closed' as never))
    expect(await provider.close(order.orderNo)).toEqual(value('closed' as never))
    expect(await provider.query(order)).toEqual(value({ state: 'closed' }))
  })

  it('does not close what is paid', async () => {
    await placed()
    expect(await provider.close(order.orderNo)).toEqual(value('not-open' as never))
  })
})

describe('refunding', () => {
  const refund = (fen = 1000, refundNo = 'RF1') => provider.refund(order, refundNo, fen, '重复缴纳')

  it('takes its time, is one however often it is asked for, and can be asked about', async () => {
    await placed()
    expect(await provider.queryRefund(order, 'RF1')).toEqual(value({ state: 'unknown' }))
    expect(await refund()).toEqual(value({ state: 'processing', fen: 1000 }))
    expect(await refund()).toEqual(value({ state: 'processing', fen: 1000 }))
    expect(server.refunds.size).toBe(1)
    Object.assign(server.refunds.get('RF1') ?? {}, { status: 'SUCCESS' })
    expect(await provider.queryRefund(order, 'RF1')).toEqual(
      value({ state: 'done', fen: 1000, doneAt: expect.any(Date) }),
    )
    expect(await provider.query(order)).toMatchObject(value({ state: 'paid', hasRefunds: true }))
  })

  it.each(['ABNORMAL', 'CLOSED'] as const)('that ends %s has failed', async (status) => {
    await placed()
    await refund()
    Object.assign(server.refunds.get('RF1') ?? {}, { status })
    expect(await provider.queryRefund(order, 'RF1')).toEqual(value({ state: 'failed', fen: 1000 }))
  })

  it('is refused beyond what was paid, before payment, and without money', async () => {
    await provider.start(order, computer)
    expect(await refund()).toEqual(problem('REFUSED'))
    server.pay(order.orderNo)
    expect(await refund(3458)).toEqual(problem('ORDER_INVALID'))
    expect(await refund(0)).toEqual(problem('ORDER_INVALID'))
    await refund(3000, 'RF1')
    expect(await refund(458, 'RF2')).toEqual(problem('REFUSED'))
    server.balance = 0
    expect(await refund(457, 'RF2')).toEqual(problem('NO_BALANCE'))
  })

  it('shortens a long reason instead of failing', async () => {
    await placed()
    expect((await provider.refund(order, 'RF1', 1, '退'.repeat(200))).ok).toBe(true)
    const { reason } = JSON.parse(server.asked.at(-1)?.body ?? '') as { reason: string }
    expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(80)
  })

  it.each([
    { amount: { total: 3457, refund: 999, currency: 'CNY' } },
    { out_refund_no: 'RF9' },
    { out_trade_no: 'DF202611000009' },
  ])('believes no answer about another one: %j', async (change) => {
    await placed()
    server.twist = (body) => ({ ...body, ...change })
    expect(await refund()).toEqual(problem('MISMATCH'))
  })
})

describe('when WeChat Pay fails', () => {
  it.each<[Fault, keyof typeof paymentProblems]>([
    ['down', 'UNREACHABLE'],
    ['lost', 'UNREACHABLE'],
    ['silent', 'UNREACHABLE'],
    ['truncated', 'UNREACHABLE'],
    ['oversized', 'UNREACHABLE'],
    ['broken', 'BROKEN'],
    ['page', 'BROKEN'],
    ['wall', 'BROKEN'],
    ['moved', 'BROKEN'],
    ['forged', 'UNVERIFIED'],
    ['unsigned', 'UNVERIFIED'],
    ['stale', 'UNVERIFIED'],
  ])('%s: nobody claims to know, and asking tells', async (fault, code) => {
    await placed()
    for (const act of [
      () => provider.query(order),
      () => provider.close(order.orderNo),
      () => provider.refund(order, 'RF1', 1000, '重复缴纳'),
      () => provider.queryRefund(order, 'RF1'),
    ]) {
      // a refusal is not signed, so a fault of the signature cannot be seen on one
      const before = server.asked.length
      server.faults.push(fault)
      const outcome = await act()
      expect(fault === 'down' || server.asked.length > before).toBe(true)
      if (!outcome.ok) expect(paymentProblems[outcome.problem.code].nothingDone).toBe(false)
    }
    server.faults.push(fault)
    expect(await provider.query(order)).toEqual(problem(code))
    expect(await provider.query(order)).toMatchObject(value({ state: 'paid' }))
  })

  it('a refund whose answer was lost is found, and is not made twice', async () => {
    await placed()
    server.faults.push('lost')
    expect(await provider.refund(order, 'RF1', 1000, '')).toEqual(problem('UNREACHABLE'))
    expect(await provider.queryRefund(order, 'RF1')).toEqual(value({ state: 'processing', fen: 1000 }))
    expect(await provider.refund(order, 'RF1', 1000, '')).toEqual(value({ state: 'processing', fen: 1000 }))
    expect(server.balance).toBe(100_000_000 - 1000)
  })

  it('and is not there at all', async () => {
    const nowhere = createWechatProvider({ ...settings, api: 'http://127.0.0.1:9' })
    expect(await nowhere.query(order)).toEqual(problem('UNREACHABLE'))
  })
})
