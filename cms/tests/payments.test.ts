/** Notices of payment arrive at a real CMS as bytes over HTTP: signed, forged, doubled, cut, too large, or taken too late. */
import http from 'node:http'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { alipayNotice, formOf } from './setup/payments/alipay/notices.ts'
import { type AlipayServer, SELLER_ID } from './setup/payments/alipay/state.ts'
import { type PaymentServers, startPaymentServers } from './setup/payments/servers.ts'
import { paidNotice, type WireNotice } from './setup/payments/wechat/notices.ts'
import { PUBLIC_KEY_ID, type WechatServer } from './setup/payments/wechat/state.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

/** The part of the compiled CMS that is called here. */
type Told = [provider: string, notice: { kind: string; payment?: { fen: number; transactionId: string } }]
type Provider = { start(order: object, device: object): Promise<{ ok: boolean; value: { url: string; text: string } }> }
type Payments = {
  providers: { wechat: Provider; alipay: Provider }
  onNotice(take: (...told: Told) => Promise<'taken' | 'refused' | 'later'>): void
}

const require = createRequire(import.meta.url)

let cms: TestCms
let servers: PaymentServers
let wechat: WechatServer
let alipay: AlipayServer
let payments: Payments
const told: Told[] = []

const order = (orderNo: string) => ({
  ...{ orderNo, fen: 3457, subject: '党费 2026年11月' },
  expiresAt: new Date(Date.now() + 3_600_000),
})
const computer = { kind: 'computer', returnUrl: 'http://portal.example/member/' }

beforeAll(async () => {
  servers = await startPaymentServers()
  wechat = servers.wechat
  alipay = servers.alipay
  cms = await startCms()
  payments = cms.strapi.get('payments') as Payments
  await payments.providers.wechat.start(order('DF000001'), computer)
  wechat.pay('DF000001')
  await alipay.open((await payments.providers.alipay.start(order('DF000002'), computer)).value.url)
  alipay.pay('DF000002')
})
afterAll(async () => {
  await cms.stop()
  await servers.stop()
})
beforeEach(() => {
  told.length = 0
  payments.onNotice(async (...one) => {
    told.push(one)
    return 'taken'
  })
})

type Sent = { headers: Record<string, string>; body: string }
async function deliver(path: string, { headers, body }: Sent) {
  const response = await fetch(`${cms.url}/api/payments/${path}`, { method: 'POST', headers, body })
  return { status: response.status, text: await response.text() }
}
const toWechat = (notice: WireNotice) => deliver('wechat/notify', notice)
const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
const toAlipay = (fields: Record<string, string>) =>
  deliver('alipay/notify', { headers: FORM, body: formOf(fields).toString() })

/** Refusals are warned of, once a minute. */
async function refused(act: () => Promise<{ status: number; text: string }>) {
  const warned = vi.spyOn(cms.strapi.log, 'warn').mockReturnValue(cms.strapi.log)
  const answer = await act()
  warned.mockRestore()
  expect(told).toEqual([])
  return answer
}

describe('a signed notice', () => {
  it('of WeChat Pay is handed on as a payment, and acknowledged', async () => {
    const answer = await toWechat(paidNotice(wechat, 'DF000001'))
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'SUCCESS' })
    expect(told).toEqual([['wechat', expect.objectContaining({ kind: 'paid' })]])
    expect(told[0][1].payment).toMatchObject({ provider: 'wechat', orderNo: 'DF000001', fen: 3457 })
  })

  it('of Alipay is handed on as a payment, and acknowledged', async () => {
    expect(await toAlipay(alipayNotice(alipay, 'DF000002'))).toEqual({ status: 200, text: 'success' })
    expect(told[0][1].payment).toMatchObject({ provider: 'alipay', orderNo: 'DF000002', fen: 3457 })
  })

  it('that comes again is handed on with the same names', async () => {
    const notice = paidNotice(wechat, 'DF000001')
    await Promise.all([toWechat(notice), toWechat(notice), toWechat(paidNotice(wechat, 'DF000001'))])
    expect(told).toHaveLength(3)
    expect(new Set(told.map(([, { payment }]) => payment?.transactionId)).size).toBe(1)
  })

  it('may come in pieces, without its length, and spelt in another case', async () => {
    const { headers, body } = paidNotice(wechat, 'DF000001')
    const status = await new Promise((resolve, reject) => {
      const request = http.request(`${cms.url}/API/Payments/wechat/notify/`, { method: 'POST', headers })
      request.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject)
      for (const part of [body.slice(0, 10), body.slice(10, 11)]) request.write(part)
      request.end(body.slice(11))
    })
    expect([status, told.length]).toEqual([200, 1])
  })
})

describe('whoever books it', () => {
  it('is asked again when it could not', async () => {
    const failed = vi.spyOn(cms.strapi.log, 'error').mockReturnValue(cms.strapi.log)
    payments.onNotice(async () => {
      throw new Error('the database is away')
    })
    expect((await toWechat(paidNotice(wechat, 'DF000001'))).status).toBe(503)
    expect(await toAlipay(alipayNotice(alipay, 'DF000002'))).toEqual({ status: 503, text: 'fail' })
    expect(failed).toHaveBeenCalledTimes(2)
    failed.mockRestore()
  })
})

describe('a notice is refused, and nobody is told', () => {
  it('forged', async () => {
    const signer = { serial: PUBLIC_KEY_ID, privateKey: wechat.merchant.privateKey }
    const answer = await refused(() => toWechat(paidNotice(wechat, 'DF000001', {}, { signer })))
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'FAIL' })
    const key = alipay.app.privateKey
    expect(await refused(() => toAlipay(alipayNotice(alipay, 'DF000002', {}, { key })))).toEqual({
      status: 400,
      text: 'fail',
    })
  })

  it('sent again ten minutes later', async () => {
    expect(
      (await refused(() => toWechat(paidNotice(wechat, 'DF000001', {}, { at: Date.now() - 600_000 })))).status,
    ).toBe(400)
  })

  it('for another merchant', async () => {
    expect((await refused(() => toWechat(paidNotice(wechat, 'DF000001', { mchid: '1' })))).status).toBe(400)
    expect((await refused(() => toAlipay(alipayNotice(alipay, 'DF000002', { seller_id: '2088' })))).status).toBe(400)
  })

  it('at the other provider’s address', async () => {
    expect((await refused(() => deliver('alipay/notify', paidNotice(wechat, 'DF000001')))).status).toBe(400)
  })

  it('with a body that any parser would choke on', async () => {
    for (const body of ['{"__proto__":{"a":1}}', '[', '', '\u0000', 'a[b][c]=1']) {
      const headers = { 'content-type': 'application/json' }
      expect((await refused(() => deliver('wechat/notify', { headers, body }))).status).toBe(400)
      expect((await refused(() => deliver('alipay/notify', { headers: FORM, body }))).status).toBe(400)
    }
  })

  it('sent as files', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await refused(() => deliver('wechat/notify', { headers, body: '--x--' }))).status).toBe(400)
  })

  it('too large, said or not', async () => {
    const body = 'x'.repeat(64 * 1024 + 1)
    expect((await deliver('wechat/notify', { headers: FORM, body })).status).toBe(413)
    const status = await new Promise((resolve) => {
      const request = http.request(`${cms.url}/api/payments/wechat/notify`, { method: 'POST', headers: FORM })
      request.on('response', ({ statusCode }) => {
        request.destroy()
        resolve(statusCode)
      })
      request.on('error', () => undefined).write(body)
    })
    expect(status).toBe(413)
    expect(told).toEqual([])
  })

  it('cut off on the way', async () => {
    // Koa tells the console of every connection that breaks off
    vi.spyOn(console, 'error').mockReturnValue()
    const { headers, body } = paidNotice(wechat, 'DF000001')
    await new Promise<void>((resolve) => {
      const length = { 'content-length': String(Buffer.byteLength(body)) }
      const request = http.request(`${cms.url}/api/payments/wechat/notify`, {
        method: 'POST',
        headers: { ...headers, ...length },
      })
      request.on('error', () => resolve())
      request.write(body.slice(0, 20), () => request.destroy())
      request.on('close', () => resolve())
    })
    expect((await toWechat(paidNotice(wechat, 'DF000001'))).status).toBe(200)
    expect(told).toHaveLength(1)
  })

  it('of a provider that is not there', async () => {
    for (const name of ['paypal', 'constructor', '__proto__', 'wechat%2f']) {
      expect((await deliver(`${name}/notify`, { headers: FORM, body: 'a=1' })).status).toBe(404)
    }
  })
})

it('leaves other bodies to the parser', async () => {
  const response = await fetch(`${cms.url}/api/dues/quote`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"category":"salaried","base":"3456.78","month":"2026-11"}',
  })
  expect(await response.json()).toMatchObject({ fen: 3457 })
})

describe('settings', () => {
  it('that are half complete are named, and the CMS that registers them does not start', async () => {
    const { default: app } = require('../dist/src/index.js') as { default: { register(given: object): Promise<void> } }
    delete process.env.ALIPAY_SELLER_ID
    const start = app.register({ strapi: { add: () => undefined } })
    await expect(start).rejects.toThrow('Setting ALIPAY_SELLER_ID is wrong')
    process.env.ALIPAY_SELLER_ID = SELLER_ID
  })
})
