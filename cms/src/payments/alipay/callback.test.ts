/** Notices as Alipay sends them, and as others would. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alipayNotice, formOf } from '../../../tests/setup/payments/alipay/notices'
import { alipaySettings, startAlipayServer } from '../../../tests/setup/payments/alipay/server'
import type { AlipayServer } from '../../../tests/setup/payments/alipay/state'
import { makePair } from '../../../tests/setup/payments/keys'
import type { PaymentProvider } from '../provider'
import { createAlipayProvider } from './provider'

const orderNo = 'DF202611000001'
const tradeNo = '2026112722001100000000000001'
let server: AlipayServer
let provider: PaymentProvider

beforeAll(async () => {
  server = await startAlipayServer()
  provider = createAlipayProvider(alipaySettings(server))
  const subject = '党费 100%+&=“补交”'
  const paidAt = '2026-11-27 08:59:58'
  server.trades.set(orderNo, { fen: 3457, status: 'TRADE_SUCCESS', tradeNo, paidAt, subject, refunds: new Map() })
})
afterAll(() => server.stop())

type Change = Record<string, string>
const notice = (change: Change = {}, how: Parameters<typeof alipayNotice>[3] = {}) =>
  alipayNotice(server, orderNo, change, how)
const read = (fields: Change) => provider.readCallback({}, formOf(fields))
const refusal = (code: string) => ({ ok: false, refusal: code })

describe('a notice', () => {
  it.each(['TRADE_SUCCESS', 'TRADE_FINISHED'])('of %s says what was paid', (status) => {
    const paidAt = new Date('2026-11-27T00:59:58Z')
    expect(read(notice({ trade_status: status }))).toEqual({
      ok: true,
      notice: {
        noticeId: `2026112700222${tradeNo}`,
        kind: 'paid',
        payment: { provider: 'alipay', orderNo, transactionId: tradeNo, fen: 3457, paidAt },
      },
    })
  })

  it('of a refund looks like one of the payment, and is none', () => {
    const change = { refund_fee: '10.00', out_biz_no: 'RF1', gmt_refund: '2026-11-27 10:00:00.123' }
    expect(read(notice(change))).toMatchObject({ ok: true, notice: { kind: 'refund', orderNo, refundNo: 'RF1' } })
    expect(read(notice({ ...change, trade_status: 'TRADE_CLOSED' }))).toMatchObject({ notice: { kind: 'refund' } })
  })

  it('that says nothing went back is one of the payment', () => {
    expect(read(notice({ refund_fee: '0.00', out_biz_no: '' }))).toMatchObject({ notice: { kind: 'paid' } })
  })

  it('of a trade that was closed, or not yet paid, is no payment', () => {
    expect(read(notice({ trade_status: 'TRADE_CLOSED' }))).toMatchObject({ notice: { kind: 'closed', orderNo } })
    expect(read(notice({ trade_status: 'WAIT_BUYER_PAY' }))).toMatchObject({ notice: { kind: 'other' } })
    expect(read(notice({ notify_type: 'open_app_auth_notify' }))).toMatchObject({ notice: { kind: 'other' } })
  })

  it('that comes twice is the same payment', () => {
    const fields = notice()
    expect(read(fields)).toEqual(read(fields))
  })
})

describe('a notice is refused', () => {
  it('signed by somebody else, or by ourselves', () => {
    expect(read(notice({}, { key: makePair().privateKey }))).toEqual(refusal('BAD_SIGNATURE'))
    expect(read(notice({}, { key: server.app.privateKey }))).toEqual(refusal('BAD_SIGNATURE'))
  })

  it('signed with the old algorithm, even by Alipay', () => {
    const old = { algorithm: 'RSA-SHA1' }
    expect(read({ ...notice({ sign_type: 'RSA' }, old) })).toEqual(refusal('UNSIGNED'))
    expect(read(notice({}, old))).toEqual(refusal('BAD_SIGNATURE'))
  })

  it.each<[Change, string]>([
    [{ total_amount: '0.01' }, 'BAD_SIGNATURE'],
    [{ out_trade_no: 'DF202611000002' }, 'BAD_SIGNATURE'],
    [{ added: 'x' }, 'BAD_SIGNATURE'],
    [{ charset: 'GBK' }, 'UNSIGNED'],
    [{ sign_type: 'MD5' }, 'UNSIGNED'],
    [{ sign: '' }, 'UNSIGNED'],
    [{ sign: 'no base64!' }, 'UNSIGNED'],
    [{ sign: 'AAAA' }, 'BAD_SIGNATURE'],
  ])('changed afterwards: %j', (change, code) => expect(read({ ...notice(), ...change })).toEqual(refusal(code)))

  it.each<[Change, string]>([
    [{ app_id: '2021000000000000' }, 'OTHER_APP'],
    [{ seller_id: '2088000000000000' }, 'OTHER_MERCHANT'],
    [{ trans_currency: 'USD' }, 'OTHER_CURRENCY'],
    [{ total_amount: '34.571' }, 'MALFORMED'],
    [{ total_amount: '-34.57' }, 'MALFORMED'],
    [{ total_amount: '' }, 'MALFORMED'],
    [{ trade_status: 'WON' }, 'MALFORMED'],
    [{ gmt_payment: 'yesterday' }, 'MALFORMED'],
    [{ out_trade_no: "1' OR '1'='1" }, 'MALFORMED'],
    [{ notify_id: '' }, 'MALFORMED'],
  ])('signed, but of %j', (change, code) => expect(read(notice(change))).toEqual(refusal(code)))

  it('without the time of payment', () => {
    const { sign: _sign, gmt_payment: _time, ...rest } = notice()
    const [trade] = [server.trades.get(orderNo)]
    server.trades.set('DF202611000009', { ...trade, paidAt: '' } as never)
    expect(read(alipayNotice(server, 'DF202611000009'))).toEqual(refusal('MALFORMED'))
    expect(read(rest)).toEqual(refusal('UNSIGNED'))
  })

  it('with a name that comes twice', () => {
    const form = formOf(notice())
    expect(provider.readCallback({}, Buffer.concat([form, Buffer.from('&total_amount=0.01')]))).toEqual(
      refusal('MALFORMED'),
    )
  })

  it.each([
    ['empty', Buffer.alloc(0), 'UNSIGNED'],
    ['JSON', Buffer.from('{"sign":"x"}'), 'UNSIGNED'],
    ['no UTF-8', Buffer.from([0x61, 0x3d, 0xff]), 'MALFORMED'],
    ['a prototype', Buffer.from('__proto__=1&sign=AAAA&sign_type=RSA2&charset=utf-8'), 'BAD_SIGNATURE'],
    ['a thousand fields', Buffer.from(Array.from({ length: 1000 }, (_, n) => `a${n}=1`).join('&')), 'MALFORMED'],
  ])('that is %s', (_what, body, code) => expect(provider.readCallback({}, body)).toEqual(refusal(code)))

  it('with any one field changed', () => {
    const fields = notice()
    const changed = fc
      .constantFrom(...Object.keys(fields))
      .chain((name) => fc.string({ maxLength: 40 }).map((value) => ({ ...fields, [name]: value })))
    const isSame = (other: Change) => Object.keys(fields).every((name) => other[name] === fields[name])
    fc.assert(fc.property(changed, (other) => isSame(other) || !read(other).ok))
  })

  it('that was cut anywhere', () => {
    const form = formOf(notice())
    for (let length = 0; length < form.length; length += 37) {
      expect(provider.readCallback({}, form.subarray(0, length)).ok).toBe(false)
    }
  })
})

describe('Alipay is told', () => {
  it.each([
    ['taken', 200, 'success'],
    ['refused', 400, 'fail'],
    ['later', 503, 'fail'],
  ] as const)('%s', (taken, status, body) => expect(provider.replyTo(taken)).toMatchObject({ status, body }))
})
