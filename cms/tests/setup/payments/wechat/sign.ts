/** Signatures of WeChat Pay's API v3, written from its documentation with node:crypto alone, not with the SDK under test. */
import { createCipheriv, createSign, createVerify, type KeyObject, randomBytes } from 'node:crypto'
import type { Asked } from '../faults.ts'

const lines = (...parts: string[]) => parts.map((part) => `${part}\n`).join('')

export type Signer = { serial: string; privateKey: KeyObject }

/** Headers of an answer or a notice. */
export function signed({ serial, privateKey }: Signer, body: string, at = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  const nonce = randomBytes(16).toString('hex')
  const signature = createSign('RSA-SHA256')
    .update(lines(timestamp, nonce, body))
    .sign(privateKey, 'base64')
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature': signature,
  }
}

const SCHEME = /^WECHATPAY2-SHA256-RSA2048 (.+)$/
const MAX_AGE_S = 300

export type Merchant = { id: string; serial: string; publicKey: KeyObject }

/** As the real one does: who asks, when, never twice with one nonce, and over exactly this method, address and body. */
export function isSignedBy(merchant: Merchant, asked: Asked, nonces: Set<string>): boolean {
  const [, list = ''] = SCHEME.exec(asked.headers.authorization ?? '') ?? []
  const given = Object.fromEntries([...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
  const { mchid, serial_no, timestamp = '', nonce_str: nonce = '', signature = '' } = given
  if (mchid !== merchant.id || serial_no !== merchant.serial || nonce === '' || nonces.has(nonce)) return false
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) < MAX_AGE_S)) return false
  nonces.add(nonce)
  const message = lines(asked.method, asked.url.pathname + asked.url.search, timestamp, nonce, asked.body)
  return createVerify('RSA-SHA256').update(message).verify(merchant.publicKey, signature, 'base64')
}

export function sealed(apiKey: string, value: unknown, associatedData: string) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiKey, nonce).setAAD(Buffer.from(associatedData))
  const bytes = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext: bytes.toString('base64'), nonce, associated_data: associatedData }
}
