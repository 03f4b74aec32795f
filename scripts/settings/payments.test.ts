import { generateKeyPairSync } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseSettings } from './schema.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const bare = (pem: string) => pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, '')
const site = { SITE_URL: 'https://dj.example.edu.cn' }
const wechat = {
  ...site,
  WECHAT_PAY_APP_ID: 'wx0123456789abcdef',
  WECHAT_PAY_MERCHANT_ID: '1900000109',
  WECHAT_PAY_MERCHANT_SERIAL: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
  WECHAT_PAY_MERCHANT_KEY: privateKey.replaceAll('\n', '\\n'),
  WECHAT_PAY_API_KEY: '0123456789abcdefghijklmnopqrstuv',
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_01',
  WECHAT_PAY_PUBLIC_KEY: publicKey,
}
const alipay = {
  ...site,
  ALIPAY_APP_ID: '2021000122671080',
  ALIPAY_SELLER_ID: '2088102146225135',
  ALIPAY_APP_KEY: bare(privateKey),
  ALIPAY_PUBLIC_KEY: bare(publicKey),
}

let root: string
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-pay-'))
  fs.mkdirSync(path.join(root, 'data'))
  fs.writeFileSync(path.join(root, 'data', 'apiclient_key.pem'), privateKey)
})
afterAll(() => fs.rmSync(root, { recursive: true }))

const problemOf = (source: Record<string, string>) => {
  const parsed = parseSettings(source, root)
  return 'problem' in parsed ? parsed.problem : null
}

describe('settings of online payment', () => {
  it.each([
    [{}],
    [wechat],
    [alipay],
    [{ ...wechat, WECHAT_PAY_MERCHANT_KEY: 'apiclient_key.pem' }],
    [{ ...wechat, WECHAT_PAY_WAYS: 'native,jsapi', WECHAT_PAY_API: 'https://api2.mch.weixin.qq.com' }],
    [{ ...alipay, SITE_URL: '', ALIPAY_GATEWAY: 'http://127.0.0.1:8080/gateway.do' }],
  ])('are complete (%#)', (source) => expect(problemOf(source)).toBeNull())

  it.each<[Record<string, string>, string]>([
    ...Object.keys(wechat).map((name): [Record<string, string>, string] => [{ ...wechat, [name]: '' }, name]),
    ...Object.keys(alipay).map((name): [Record<string, string>, string] => [{ ...alipay, [name]: '' }, name]),
    [{ ...wechat, SITE_URL: 'http://dj.example.edu.cn' }, 'SITE_URL'],
    [{ ...wechat, WECHAT_PAY_MERCHANT_KEY: 'nowhere.pem' }, '也不是 DATA_DIR 里的文件'],
    [{ ...wechat, WECHAT_PAY_MERCHANT_KEY: '.' }, '也不是 DATA_DIR 里的文件'],
    [{ ...wechat, WECHAT_PAY_MERCHANT_KEY: publicKey }, '不是私钥'],
    [{ ...wechat, WECHAT_PAY_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----' }, '不是公钥'],
    [{ ...wechat, WECHAT_PAY_WAYS: 'native;h5' }, 'WECHAT_PAY_WAYS'],
    [{ ...wechat, WECHAT_PAY_API: 'http://api.mch.weixin.qq.com' }, 'https://'],
    [{ ...alipay, ALIPAY_SELLER_ID: '1088102146225135' }, '2088'],
  ])('lack or break something, which is named (%#)', (source, named) => expect(problemOf(source)).toContain(named))

  it.each([
    { ...wechat, WECHAT_PAY_API_KEY: 'hunter2' },
    { ...wechat, WECHAT_PAY_MERCHANT_KEY: 'hunter2' },
    { ...alipay, ALIPAY_APP_KEY: 'hunter2' },
  ])('never show a key (%#)', (source) => expect(problemOf(source)).not.toContain('hunter2'))
})
