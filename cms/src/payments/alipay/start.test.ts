/** Starting a payment at Alipay and asking about it, over real HTTP, against a gateway that verifies our signatures. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alipaySettings, startAlipayServer } from '../../../tests/setup/payments/alipay/server'
import { signText } from '../../../tests/setup/payments/alipay/sign'
import type { AlipayServer } from '../../../tests/setup/payments/alipay/state'
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
const computer: Device = { kind: 'computer', returnUrl: 'https://dj.example.edu.cn/member/' }
const phone: Device = { kind: 'phone', ip: '203.0.113.9', returnUrl: 'https://dj.example.edu.cn/member/?paid=1&x=党费' }
const value = (state: unknown) => ({ ok: true, value: state })
const problem = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) })

async function urlOf(device: Device, change: object = {}): Promise<string> {
  const started = await provider.start({ ...order, ...change }, device)
  return started.ok && started.value.kind === 'redirect' ? started.value.url : ''
}
const opened = async () => server.open(await urlOf(phone))
const placed = async () => {
  await opened()
  server.pay(order.orderNo)
}

describe('starting', () => {
  it.each([computer, phone])('leads to Alipay’s own page (%#)', async (device) => {
    expect(await server.open(await urlOf(device))).toBe('收银台：党费 2026年11月 ¥34.57')
    expect(server.trades.get(order.orderNo)).toMatchObject({ fen: 3457, subject: order.subject })
    const { searchParams } = server.asked[0].url
    expect(searchParams.get('notify_url')).toBe(alipaySettings(server).notifyUrl)
    expect(searchParams.get('return_url')).toBe('returnUrl' in device && device.returnUrl)
  })

  it('writes the smallest and largest amounts exactly', async () => {
    expect(await server.open(await urlOf(computer, { fen: 1 }))).toContain('¥0.01')
    server.trades.clear()
    expect(await server.open(await urlOf(computer, { fen: 100_000_000 }))).toContain('¥1000000.00')
  })

  it('says until when in Beijing’s time', async () => {
    expect(await server.open(await urlOf(computer, { expiresAt: new Date(Date.now() - 1000) }))).toBe('订单已超时')
  })

  it('cannot be changed on the way', async () => {
    expect(await server.open((await urlOf(computer)).replace('34.57', '0.01'))).toBe('验签出错')
  })

  it('is not possible within WeChat, nor with what cannot be right', async () => {
    expect(await provider.start(order, { kind: 'wechat', openId: 'o1' })).toEqual(problem('WAY_NOT_OPEN'))
    expect(provider.devices).toEqual(['phone', 'computer'])
    for (const change of [{ fen: 0 }, { fen: 0.1 }, { subject: '党费=1' }, { orderNo: '1' }]) {
      expect(await provider.start({ ...order, ...change }, phone)).toEqual(problem('ORDER_INVALID'))
    }
  })
})

describe('asking', () => {
  it('knows of nothing until the payer has opened the page, then that it is unpaid, then the payment', async () => {
    await urlOf(phone)
    expect(await provider.query(order)).toEqual(value({ state: 'unknown' }))
    await opened()
    expect(await provider.query(order)).toEqual(value({ state: 'unpaid' }))
    server.pay(order.orderNo)
    const { tradeNo: transactionId, paidAt } = server.trades.get(order.orderNo) ?? { tradeNo: '', paidAt: '' }
    const payment = {
      ...{ provider: 'alipay', orderNo: order.orderNo, transactionId, fen: 3457 },
      paidAt: new Date(`${paidAt.replace(' ', 'T')}+08:00`),
    }
    expect(await provider.query(order)).toEqual(value({ state: 'paid', payment, hasRefunds: false }))
  })

  it('tells what was closed unpaid from what went back in full', async () => {
    await opened()
    await provider.close(order.orderNo)
    expect(await provider.query(order)).toEqual(value({ state: 'closed' }))
    server.trades.clear()
    await placed()
    await provider.refund(order, 'RF1', 3457, '')
    expect(await provider.query(order)).toMatchObject(value({ state: 'paid', hasRefunds: true }))
  })

  it.each([
    { total_amount: '34.56' },
    { out_trade_no: 'DF202611000002' },
    { trans_currency: 'USD' },
  ])('believes no payment of %j', async (change) => {
    await placed()
    server.twist = (body) => ({ ...body, ...change })
    expect(await provider.query(order)).toEqual(problem('MISMATCH'))
  })

  it.each([
    { total_amount: 34.57 },
    { total_amount: '34.570' },
    { total_amount: '3.457e1' },
    { trade_status: 'PAID' },
    { send_pay_date: undefined },
    { send_pay_date: '2026-02-30 00:00:00' },
    { trade_no: null },
  ])('does not guess at %j', async (change) => {
    await placed()
    server.twist = (body) => ({ ...body, ...change })
    expect(await provider.query(order)).toEqual(problem('MALFORMED'))
  })

  it('reads nothing but what is signed', async () => {
    await placed()
    const forged = '"alipay_trade_query_response":{"code":"10000","out_trade_no":"DF202611000001"}'
    const tampers: ((text: string) => string)[] = [
      (text) => text.replace('34.57', '34.56'),
      // a second part of the same name: a parser takes the last one
      (text) => text.replace(/\}$/, `,${forged}}`),
      (text) => text.replace(/,"sign"/, `,${forged},"sign"`),
      (text) => `{${forged},${text.slice(1)}`,
      (text) => text.replace('alipay_trade_query_response', 'error_response'),
      () => '{"error_response":{"code":"40004","sub_code":"ACQ.TRADE_NOT_EXIST"}}',
      () => '[]',
      () => '',
    ]
    for (const tamper of tampers) {
      server.tamper = tamper
      expect(await provider.query(order)).toEqual(problem('UNVERIFIED'))
    }
    server.tamper = (text) => text.replace(',"sign"', ',\n"alipay_cert_sn":"a9","sign"')
    expect((await provider.query(order)).ok).toBe(true)
  })

  it('takes no answer to another question', async () => {
    await placed()
    const part = '{"code":"10000","out_trade_no":"DF202611000001"}'
    const sign = signText(part, server.alipay.privateKey)
    server.tamper = () => `{"alipay_trade_close_response":${part},"sign":"${sign}"}`
    expect(await provider.query(order)).toEqual(problem('UNVERIFIED'))
  })

  it('says when it was asked in Beijing’s time, wherever the server stands', async () => {
    await opened()
    const zone = process.env.TZ
    process.env.TZ = 'America/New_York'
    expect(await provider.query(order)).toEqual(value({ state: 'unpaid' }))
    process.env.TZ = zone
  })

  it('tells a wrong key of ours from everything else', async () => {
    const stranger = createAlipayProvider({ ...alipaySettings(server), appKey: server.alipay.privateKey })
    expect(await stranger.query(order)).toEqual(problem('CONFIGURATION'))
  })
})
