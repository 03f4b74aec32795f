import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificateOf } from '../../../tests/setup/payments/certificate'
import { bare, makePair, privatePem, publicPem } from '../../../tests/setup/payments/keys'
import { openProviders } from '../payments'
import { readAlipaySettings } from './alipay'
import { type PaymentEnvironment, paymentShape } from './shape'
import { readWechatSettings } from './wechat'

const now = new Date('2026-11-27T00:00:00Z')
const own = makePair()
const theirs = makePair()
let DATA_DIR: string
beforeAll(() => {
  DATA_DIR = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-keys-'))
})
afterAll(() => fs.rmSync(DATA_DIR, { recursive: true }))

const environment = (given: Partial<PaymentEnvironment>): PaymentEnvironment => ({
  DATA_DIR,
  SITE_URL: 'https://dj.example.edu.cn',
  WECHAT_PAY_WAYS: 'native,h5',
  WECHAT_PAY_API: 'https://api.mch.weixin.qq.com',
  ALIPAY_GATEWAY: 'https://openapi.alipay.com/gateway.do',
  ...given,
})
const wechat = {
  WECHAT_PAY_APP_ID: 'wx0123456789abcdef',
  WECHAT_PAY_MERCHANT_ID: '1900000109',
  WECHAT_PAY_MERCHANT_SERIAL: '5157f09efdc096de15ebe81a47057a7232f1b8e1',
  WECHAT_PAY_MERCHANT_KEY: privatePem(own),
  WECHAT_PAY_API_KEY: '0123456789abcdefghijklmnopqrstuv',
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_01',
  WECHAT_PAY_PUBLIC_KEY: publicPem(theirs),
}
const alipay = {
  ALIPAY_APP_ID: '2021000122671080',
  ALIPAY_SELLER_ID: '2088102146225135',
  ALIPAY_APP_KEY: bare(privatePem(own, 'pkcs1')),
  ALIPAY_PUBLIC_KEY: bare(publicPem(theirs)),
}
const der = (key: { export(options: object): unknown } | undefined) => key?.export({ type: 'spki', format: 'der' })
const later = new Date('2030-01-01T00:00:00Z')

describe('without settings', () => {
  it('no provider is open', async () => expect(await openProviders(environment({}))).toEqual({}))
})

describe('WeChat Pay', () => {
  const read = (change: Partial<PaymentEnvironment>) => readWechatSettings(environment({ ...wechat, ...change }), now)

  it('is open with its keys, and is sent notices at the portal', () => {
    expect(read({})).toMatchObject({
      merchantSerial: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
      notifyUrl: 'https://dj.example.edu.cn/api/payments/wechat/notify',
      ways: ['native', 'h5'],
    })
  })

  it('takes keys with line feeds written as \\n, and files of DATA_DIR', () => {
    fs.writeFileSync(path.join(DATA_DIR, 'pub_key.pem'), publicPem(theirs))
    const oneLine = privatePem(own).replaceAll('\n', '\\n')
    const settings = read({ WECHAT_PAY_MERCHANT_KEY: oneLine, WECHAT_PAY_PUBLIC_KEY: 'pub_key.pem' })
    expect(der(settings?.platformKeys.PUB_KEY_ID_01)).toEqual(der(theirs.publicKey))
  })

  it('takes platform certificates by their serial numbers, and leaves out those that have expired', () => {
    const pems = [
      certificateOf(theirs, '4AAAAAAAAAAAAAAA', later),
      certificateOf(own, '4BBBBBBBBBBBBBBB', new Date('2026-01-01T00:00:00Z')),
    ]
    const only = { WECHAT_PAY_PUBLIC_KEY_ID: undefined, WECHAT_PAY_PUBLIC_KEY: undefined }
    const settings = read({ ...only, WECHAT_PAY_PLATFORM_CERTIFICATES: pems.join('\n') })
    expect(Object.keys(settings?.platformKeys ?? {})).toEqual(['4AAAAAAAAAAAAAAA'])
    expect(der(settings?.platformKeys['4AAAAAAAAAAAAAAA'])).toEqual(der(theirs.publicKey))
  })

  it.each(Object.keys(wechat))('does not open without %s', (name) => {
    expect(() => read({ [name]: undefined })).toThrow(`Setting ${name} is wrong`)
  })

  it.each<[Partial<PaymentEnvironment>, string]>([
    [{ SITE_URL: 'http://dj.example.edu.cn' }, 'SITE_URL'],
    [{ WECHAT_PAY_MERCHANT_KEY: 'apiclient_key.pem' }, 'WECHAT_PAY_MERCHANT_KEY'],
    [{ WECHAT_PAY_MERCHANT_KEY: publicPem(own) }, 'WECHAT_PAY_MERCHANT_KEY'],
    [{ WECHAT_PAY_MERCHANT_KEY: privatePem(own).slice(0, 400) }, 'WECHAT_PAY_MERCHANT_KEY'],
    [{ WECHAT_PAY_MERCHANT_KEY: '.' }, 'WECHAT_PAY_MERCHANT_KEY'],
    [{ WECHAT_PAY_PUBLIC_KEY: privatePem(theirs) }, 'WECHAT_PAY_PUBLIC_KEY'],
    [{ WECHAT_PAY_PUBLIC_KEY: publicPem(makePair(1024)) }, '2048'],
    [{ WECHAT_PAY_PLATFORM_CERTIFICATES: publicPem(theirs) }, 'WECHAT_PAY_PLATFORM_CERTIFICATES'],
    [{ WECHAT_PAY_PLATFORM_CERTIFICATES: certificateOf(theirs, '4A', now) }, 'expired'],
    [
      { WECHAT_PAY_PLATFORM_CERTIFICATES: certificateOf(own, wechat.WECHAT_PAY_MERCHANT_SERIAL, later) },
      "the merchant's own certificate",
    ],
  ])('does not open with a wrong setting (%#)', (change, named) => expect(() => read(change)).toThrow(named))

  it('never says what a key is', () => {
    const broken = privatePem(own).slice(0, 400)
    expect(() => read({ WECHAT_PAY_MERCHANT_KEY: broken })).toThrow(/^[^+]{1,120}$/)
  })
})

describe('with the settings of one', () => {
  it('that one is open', async () => {
    expect(Object.keys(await openProviders(environment(wechat)))).toEqual(['wechat'])
    expect(Object.keys(await openProviders(environment(alipay)))).toEqual(['alipay'])
  })
})

describe('Alipay', () => {
  const read = (change: Partial<PaymentEnvironment>) => readAlipaySettings(environment({ ...alipay, ...change }))

  it('is open with bare keys of its key tool, old and new', () => {
    for (const type of ['pkcs1', 'pkcs8'] as const) {
      expect(read({ ALIPAY_APP_KEY: bare(privatePem(own, type)) })).toMatchObject({
        notifyUrl: 'https://dj.example.edu.cn/api/payments/alipay/notify',
      })
    }
  })

  it.each(Object.keys(alipay))('does not open without %s', (name) => {
    expect(() => read({ [name]: undefined })).toThrow(`Setting ${name} is wrong`)
  })

  it("does not open with the application's own public key", () => {
    expect(() => read({ ALIPAY_PUBLIC_KEY: publicPem(own) })).toThrow('own public key')
  })

  it('may stand on the same machine without TLS, and nowhere else', () => {
    expect(paymentShape.ALIPAY_GATEWAY.safeParse('http://127.0.0.1:9999/gateway.do').success).toBe(true)
    expect(paymentShape.ALIPAY_GATEWAY.safeParse('http://127.0.0.1.example.com/gateway.do').success).toBe(false)
    expect(paymentShape.WECHAT_PAY_API.safeParse('http://api.mch.weixin.qq.com').success).toBe(false)
  })
})
