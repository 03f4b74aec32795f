/** Closing and refunding at Alipay, and what comes of it when Alipay fails in the ways real servers do. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alipaySettings, startAlipayServer } from '../../../tests/setup/payments/alipay/server'
import type { AlipayServer } from '../../../tests/setup/payments/alipay/state'
import type { Fault } from '../../../tests/setup/payments/faults'
import { type ProblemCode, paymentProblems } from '../../domain/payments/problems'
import type { Device, PaymentProvider } from '../provider'
import { createAlipayProvider } from './provider'

let server: AlipayServer
let provider: PaymentProvider

beforeAll(async () => {
  server = await startAlipayServer()
  provider = createAlipayProvider(alipaySettings(server), undefined, 400)
})
afterAll(() => server.stop())
beforeEach(() => server.reset())

const order = {
  ...{ orderNo: 'DF202611000001', fen: 3457, subject: '党费 2026年11月' },
  expiresAt: new Date(Date.now() + 3_600_000),
}
const phone: Device = { kind: 'phone', ip: '203.0.113.9', returnUrl: 'https://dj.example.edu.cn/member/?paid=1&x=党费' }
const value = (state: unknown) => ({ ok: true, value: state })
const problem = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) })

async function opened() {
  const started = await provider.start(order, phone)
  if (started.ok && started.value.kind === 'redirect') await server.open(started.value.url)
}
const placed = async () => {
  await opened()
  server.pay(order.orderNo)
}

describe('closing', () => {
  it('closes what was opened; before that there is nothing to close, and it may still be paid', async () => {
    expect(await provider.close(order.orderNo)).toEqual(value('unknown'))
    await opened()
    expect(await provider.close(order.orderNo)).toEqual(value('closed'))
    expect(await provider.close(order.orderNo)).toEqual(value('not-open'))
  })

  it('does not close what is paid', async () => {
    await placed()
    expect(await provider.close(order.orderNo)).toEqual(value('not-open'))
  })
})

describe('refunding', () => {
  const refund = (fen = 1000, refundNo = 'RF1') => provider.refund(order, refundNo, fen, '重复缴纳')

  it('is done at once, is one however often it is asked for, and can be asked about', async () => {
    await placed()
    expect(await provider.queryRefund(order, 'RF1')).toEqual(value({ state: 'unknown' }))
    expect(await refund()).toEqual(value({ state: 'done', fen: 1000, doneAt: null }))
    expect(await refund()).toEqual(value({ state: 'done', fen: 1000, doneAt: expect.any(Date) }))
    expect(await provider.queryRefund(order, 'RF1')).toEqual(
      value({ state: 'done', fen: 1000, doneAt: expect.any(Date) }),
    )
    expect(server.balance).toBe(100_000_000 - 1000)
    expect(await refund(2457, 'RF2')).toMatchObject(value({ state: 'done', fen: 2457 }))
  })

  it('is refused beyond what was paid, with another amount, and without money', async () => {
    await placed()
    expect(await refund(3458)).toEqual(problem('ORDER_INVALID'))
    await refund(3000)
    expect(await refund(2999)).toEqual(problem('REFUSED'))
    expect(await refund(458, 'RF2')).toEqual(problem('REFUSED'))
    server.balance = 0
    expect(await refund(457, 'RF2')).toEqual(problem('NO_BALANCE'))
  })

  it('that moved no money is not taken for one that did', async () => {
    await placed()
    server.twist = (body) => ('fund_change' in body ? { ...body, fund_change: 'N' } : { code: '10000' })
    expect(await refund()).toEqual(value({ state: 'unknown' }))
  })

  it.each([
    { refund_fee: '9.99' },
    { refund_fee: '34.58' },
    { out_trade_no: 'DF202611000002' },
  ])('believes no answer about another one: %j', async (change) => {
    await placed()
    server.twist = (body) => ({ ...body, ...change })
    expect(await refund()).toEqual(problem('MISMATCH'))
  })
})

describe('when Alipay fails', () => {
  it.each<[Fault, ProblemCode]>([
    ['down', 'UNREACHABLE'],
    ['lost', 'UNREACHABLE'],
    ['silent', 'UNREACHABLE'],
    ['truncated', 'UNREACHABLE'],
    ['moved', 'UNREACHABLE'],
    ['oversized', 'MALFORMED'],
    ['broken', 'BROKEN'],
    ['page', 'BROKEN'],
    ['wall', 'BROKEN'],
    ['forged', 'UNVERIFIED'],
    ['unsigned', 'UNVERIFIED'],
  ])('%s: nobody claims to know, and asking tells', async (fault, code) => {
    await placed()
    expect(paymentProblems[code].nothingDone).toBe(false)
    for (const act of [
      () => provider.query(order),
      () => provider.close(order.orderNo),
      () => provider.refund(order, 'RF1', 1000, '重复缴纳'),
      () => provider.queryRefund(order, 'RF1'),
    ]) {
      server.faults.push(fault)
      // a refusal is too short to be cut into something else, and is signed as everything else is
      expect(await act()).toMatchObject({ ok: fault === 'oversized' ? expect.any(Boolean) : false })
    }
    server.faults.push(fault)
    expect(await provider.query(order)).toEqual(problem(code))
    expect(await provider.query(order)).toMatchObject(value({ state: 'paid' }))
  })

  it.each([
    [{ code: '20000', msg: 'Service Currently Unavailable', sub_code: 'isp.unknow-error' }, 'BROKEN'],
    [{ code: '20000', msg: 'Service Currently Unavailable', sub_code: 'aop.ACQ.SYSTEM_ERROR' }, 'BROKEN'],
    [{ code: '40004', msg: 'Business Failed', sub_code: 'ACQ.SYSTEM_ERROR' }, 'BROKEN'],
    [{ code: '40005', msg: 'Call Limited' }, 'TOO_OFTEN'],
    [{ code: '40006', msg: 'Insufficient Permissions', sub_code: 'isv.insufficient-isv-permissions' }, 'CONFIGURATION'],
    [{ code: '40004', msg: 'Business Failed', sub_code: 'ACQ.ANYTHING_NEW' }, 'REFUSED'],
    [{ msg: 'no code' }, 'MALFORMED'],
  ])('with %j', async (body, code) => {
    await placed()
    server.twist = () => body
    expect(await provider.query(order)).toEqual(problem(code))
  })

  it('a refund whose answer was lost is found, and is not made twice', async () => {
    await placed()
    server.faults.push('lost')
    expect(await provider.refund(order, 'RF1', 1000, '')).toEqual(problem('UNREACHABLE'))
    expect(await provider.queryRefund(order, 'RF1')).toMatchObject(value({ state: 'done', fen: 1000 }))
    expect(await provider.refund(order, 'RF1', 1000, '')).toMatchObject(value({ state: 'done', fen: 1000 }))
    expect(server.balance).toBe(100_000_000 - 1000)
  })
})
