/** Notices as WeChat Pay sends them, and as others would. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificateOf } from '../../../tests/setup/payments/certificate'
import { makePair } from '../../../tests/setup/payments/keys'
import { noticeOf, paidNotice, received, refundNotice } from '../../../tests/setup/payments/wechat/notices'
import { startWechatServer, wechatSettings } from '../../../tests/setup/payments/wechat/server'
import { sealed } from '../../../tests/setup/payments/wechat/sign'
import { API_KEY, PUBLIC_KEY_ID, type WechatServer } from '../../../tests/setup/payments/wechat/state'
import { readCertificates } from '../settings/keys'
import type { WechatSettings } from '../settings/wechat'
import { MAX_NOTICE_AGE_MS, readWechatNotice } from './callback'

const SERIAL = '4C1F2A0000000001'
let server: WechatServer
let settings: WechatSettings
const orderNo = 'DF202611000001'
const now = new Date('2026-11-27T01:00:00.000Z')

beforeAll(async () => {
  server = await startWechatServer()
  settings = wechatSettings(server)
  const asked = {}
  const transactionId = '4200000000202611270000000001'
  server.orders.set(orderNo, { fen: 3457, state: 'SUCCESS', transactionId, paidAt: '2026-11-27T08:59:58+08:00', asked })
  server.refunds.set('RF1', { orderNo, fen: 1000, status: 'SUCCESS' })
})
afterAll(() => server.stop())

const at = now.getTime()
const notice = (change = {}, how: Parameters<typeof paidNotice>[3] = {}) =>
  paidNotice(server, orderNo, change, { at, ...how })
const read = (wire: ReturnType<typeof notice>, when = now) => readWechatNotice(settings, ...received(wire), when)
const refusal = (code: string) => ({ ok: false, refusal: code })

describe('a notice', () => {
  it('of a payment says what was paid', () => {
    const wire = notice()
    const paidAt = new Date('2026-11-27T00:59:58Z')
    const transactionId = '4200000000202611270000000001'
    const noticeId = JSON.parse(wire.body).id as string
    expect(read(wire)).toEqual({
      ok: true,
      notice: { noticeId, kind: 'paid', payment: { provider: 'wechat', orderNo, transactionId, fen: 3457, paidAt } },
    })
  })

  it('that comes twice is the same payment', () => {
    const wire = notice()
    expect(read(wire)).toEqual(read(wire))
    const again = read(notice({}, { at: at + 60_000 }))
    expect(again.ok && again.notice.kind === 'paid' && again.notice.payment).toEqual(
      expect.objectContaining({ transactionId: '4200000000202611270000000001' }),
    )
  })

  it('of a refund says that there is news', () => {
    const wire = refundNotice(server, 'RF1')
    expect(readWechatNotice(settings, ...received(wire), new Date())).toMatchObject({
      ok: true,
      notice: { kind: 'refund', orderNo, refundNo: 'RF1' },
    })
  })

  it('of something else is no business of ours', () => {
    const wire = noticeOf('PAYSCORE.USER_CONFIRM', sealed(API_KEY, { any: 1 }, ''), server.signer, at)
    expect(read(wire)).toMatchObject({ ok: true, notice: { kind: 'other' } })
  })

  it.each([null, undefined])('may be sealed without more (%s)', (associated_data) => {
    const resource = { ...sealed(API_KEY, { any: 1 }, ''), associated_data }
    expect(read(noticeOf('ANY.THING', resource, server.signer, at)).ok).toBe(true)
  })

  it('may be signed with a platform certificate', () => {
    const pem = certificateOf(server.platform, SERIAL, new Date('2030-01-01T00:00:00Z'))
    const platformKeys = readCertificates('WECHAT_PAY_PLATFORM_CERTIFICATES', pem, '/', now)
    const wire = notice({}, { signer: { serial: SERIAL, privateKey: server.platform.privateKey } })
    expect(readWechatNotice({ ...settings, platformKeys }, ...received(wire), now).ok).toBe(true)
  })
})

describe('the age of a notice', () => {
  it.each([0, MAX_NOTICE_AGE_MS, -MAX_NOTICE_AGE_MS])('may differ by %d ms', (difference) => {
    expect(read(notice(), new Date(at + difference)).ok).toBe(true)
  })

  it.each([MAX_NOTICE_AGE_MS + 1, -MAX_NOTICE_AGE_MS - 1, 86_400_000])('may not differ by %d ms', (difference) => {
    expect(read(notice(), new Date(at + difference))).toEqual(refusal('STALE'))
  })
})

describe('a notice is refused', () => {
  it('signed by somebody else', () => {
    const privateKey = makePair().privateKey
    expect(read(notice({}, { signer: { serial: PUBLIC_KEY_ID, privateKey } }))).toEqual(refusal('BAD_SIGNATURE'))
    expect(read(notice({}, { signer: { serial: 'PUB_KEY_ID_99', privateKey } }))).toEqual(refusal('UNKNOWN_KEY'))
    expect(read(notice({}, { signer: { serial: 'constructor', privateKey } }))).toEqual(refusal('UNKNOWN_KEY'))
  })

  it('with WeChat Pay’s own probe of our verification', () => {
    const wire = notice()
    wire.headers['Wechatpay-Signature'] = `WECHATPAY/SIGNTEST/${wire.headers['Wechatpay-Signature']}`
    expect(read(wire)).toEqual(refusal('BAD_SIGNATURE'))
  })

  it.each([
    'Wechatpay-Timestamp',
    'Wechatpay-Nonce',
    'Wechatpay-Serial',
    'Wechatpay-Signature',
  ])('without %s', (name) => {
    const wire = notice()
    delete wire.headers[name]
    expect(read(wire)).toEqual(refusal('UNSIGNED'))
  })

  it.each(['NaN', '1e10', '', '99999999999', '-1'])('with the time %j', (timestamp) => {
    const wire = notice()
    wire.headers['Wechatpay-Timestamp'] = timestamp
    expect(read(wire)).toEqual(refusal('UNSIGNED'))
  })

  it.each([
    ['one byte more', (body: string) => `${body} `],
    ['written anew', (body: string) => JSON.stringify(JSON.parse(body), null, 1)],
    ['cut', (body: string) => body.slice(0, -20)],
    ['empty', () => ''],
  ])('with a body that is %s', (_what, change) => {
    const wire = notice()
    expect(read({ ...wire, body: change(wire.body) })).toEqual(refusal('BAD_SIGNATURE'))
  })

  it('with any one bit turned', () => {
    const [headers, body] = received(notice())
    const turned = fc.nat({ max: body.length * 8 - 1 }).map((bit) => {
      const copy = Buffer.from(body)
      copy[bit >> 3] ^= 1 << (bit & 7)
      return copy
    })
    fc.assert(fc.property(turned, (copy) => !readWechatNotice(settings, headers, copy, now).ok))
  })

  it('with another notice’s headers', () => {
    expect(read({ headers: notice().headers, body: notice({ out_trade_no: 'DF202611000002' }).body })).toEqual(
      refusal('BAD_SIGNATURE'),
    )
  })

  it('sealed with another key', () => {
    expect(read(notice({}, { apiKey: 'x'.repeat(32) }))).toEqual(refusal('UNDECIPHERABLE'))
  })

  it('with a seal that was moved', () => {
    const resource = { ...sealed(API_KEY, {}, 'transaction'), associated_data: 'refund' }
    expect(read(noticeOf('TRANSACTION.SUCCESS', resource, server.signer, at))).toEqual(refusal('UNDECIPHERABLE'))
  })

  it.each([
    {},
    { algorithm: 'none', ciphertext: 'e30=', nonce: '012345678901' },
    { ...sealed(API_KEY, {}, ''), ciphertext: 'AAAA' },
    { ...sealed(API_KEY, {}, ''), ciphertext: 'no base64 at all !!!!!!!!' },
    { ...sealed(API_KEY, {}, ''), nonce: '' },
  ])('that is signed and makes no sense (%#)', (resource) => {
    expect(read(noticeOf('TRANSACTION.SUCCESS', resource, server.signer, at))).toEqual(refusal('MALFORMED'))
  })

  it.each<[object, string]>([
    [{ mchid: '1900000110' }, 'OTHER_MERCHANT'],
    [{ appid: 'wxffffffffffffffff' }, 'OTHER_APP'],
    [{ amount: { total: 3457, currency: 'HKD' } }, 'OTHER_CURRENCY'],
    [{ amount: { total: '3457', currency: 'CNY' } }, 'MALFORMED'],
    [{ amount: { total: 0, currency: 'CNY' } }, 'MALFORMED'],
    [{ amount: { total: 1e21, currency: 'CNY' } }, 'MALFORMED'],
    [{ out_trade_no: '<script>' }, 'MALFORMED'],
    [{ out_trade_no: { $ne: '' } }, 'MALFORMED'],
    [{ success_time: '2026-11-27' }, 'MALFORMED'],
    [{ trade_state: 'WON' }, 'MALFORMED'],
  ])('sealed and signed, but of %j', (change, code) => expect(read(notice(change))).toEqual(refusal(code)))

  it('of a refund at another merchant', () => {
    const wire = refundNotice(server, 'RF1', { mchid: '1900000110' })
    expect(readWechatNotice(settings, ...received(wire), new Date())).toEqual(refusal('OTHER_MERCHANT'))
  })

  it('that is no JSON although it is signed', () => {
    const wire = noticeOf('TRANSACTION.SUCCESS', sealed(API_KEY, [], ''), server.signer, at)
    expect(read(wire)).toEqual(refusal('MALFORMED'))
  })
})

it('another amount is a payment of another amount, which only who knows the order can see', () => {
  expect(read(notice({ amount: { total: 1, currency: 'CNY' } }))).toMatchObject({ notice: { payment: { fen: 1 } } })
})
