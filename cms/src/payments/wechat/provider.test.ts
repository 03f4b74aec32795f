/** Asking, closing and refunding at WeChat Pay, over real HTTP with real signatures. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWechatServer, wechatSettings } from '../../../tests/setup/payments/wechat/server'
import type { WechatServer } from '../../../tests/setup/payments/wechat/state'
import type { Device, PaymentProvider } from '../provider'
import { createWechatProvider } from './provider'

let server: WechatServer
let provider: PaymentProvider

beforeAll(async () => {
  server = await startWechatServer()
  provider = createWechatProvider(wechatSettings(server), undefined, 400)
})
afterAll(() => server.stop())
beforeEach(() => server.reset())

const order = {
  ...{ orderNo: 'DF202611000001', fen: 3457, subject: '党费 2026年11月' },
  expiresAt: new Date('2026-12-01T00:00:00.5Z'),
}
const computer: Device = { kind: 'computer', returnUrl: 'https://dj.example.edu.cn/member/' }
const value = (state: unknown) => ({ ok: true, value: state })
const problem = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) })
const placed = async () => {
  await provider.start(order, computer)
  server.pay(order.orderNo)
}

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
    expect(await provider.close(order.orderNo)).toEqual(value('unknown'))
    await provider.start(order, computer)
    expect(await provider.close(order.orderNo)).toEqual(value('closed'))
    expect(await provider.close(order.orderNo)).toEqual(value('closed'))
    expect(await provider.query(order)).toEqual(value({ state: 'closed' }))
  })

  it('does not close what is paid', async () => {
    await placed()
    expect(await provider.close(order.orderNo)).toEqual(value('not-open'))
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
