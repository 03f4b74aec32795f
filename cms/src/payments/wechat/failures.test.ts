/** What comes of it when WeChat Pay fails: in every way that real servers do. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../../tests/setup/payments/faults'
import { startWechatServer, wechatSettings } from '../../../tests/setup/payments/wechat/server'
import type { WechatServer } from '../../../tests/setup/payments/wechat/state'
import { type ProblemCode, paymentProblems } from '../../domain/payments/problems'
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

describe('when WeChat Pay fails', () => {
  it.each<[Fault, ProblemCode]>([
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
    const nowhere = createWechatProvider({ ...wechatSettings(server), api: 'http://127.0.0.1:9' })
    expect(await nowhere.query(order)).toEqual(problem('UNREACHABLE'))
  })
})
