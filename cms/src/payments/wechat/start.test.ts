/** Starting a payment at WeChat Pay, over real HTTP with real signatures, against a server that verifies ours. */
import { createVerify } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWechatServer, wechatSettings } from '../../../tests/setup/payments/wechat/server'
import { APP_ID, MERCHANT_ID, PUBLIC_KEY_ID, type WechatServer } from '../../../tests/setup/payments/wechat/state'
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
const phone: Device = { kind: 'phone', ip: '203.0.113.9', returnUrl: 'https://dj.example.edu.cn/member/?paid=1&x=党费' }
const inWechat: Device = { kind: 'wechat', openId: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' }
const value = (state: unknown) => ({ ok: true, value: state })
const problem = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) })

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
      notify_url: wechatSettings(server).notifyUrl,
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
    const narrow = createWechatProvider({ ...wechatSettings(server), ways: ['native'] })
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
    const stranger = createWechatProvider({ ...wechatSettings(server), merchantKey: server.platform.privateKey })
    expect(await stranger.start(order, computer)).toEqual(problem('CONFIGURATION'))
  })
})
