/** A browser's side of a message, written from the RFCs (8188, 8291, 8292) with nothing of the library that encrypts. */
import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, verify } from 'node:crypto'

const SALT = 16
const RECORD_SIZE = 4
const TAG = 16
const LAST_RECORD = 2

const derive = (secret: Buffer, salt: Buffer, info: string | Buffer, bytes: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(info), bytes))

export function createBrowserKeys(auth: Buffer) {
  const curve = createECDH('prime256v1')
  curve.generateKeys()
  return { curve, p256dh: curve.getPublicKey('base64url'), auth: auth.toString('base64url') }
}

/** One record of aes128gcm: salt, record size, the sender's public key, text, delimiter and padding. */
export function decryptMessage(body: Buffer, curve: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, SALT)
  const keyLength = body.readUInt8(SALT + RECORD_SIZE)
  const keyFrom = SALT + RECORD_SIZE + 1
  const senderKey = body.subarray(keyFrom, keyFrom + keyLength)
  const record = body.subarray(keyFrom + keyLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), senderKey])
  const input = derive(curve.computeSecret(senderKey), auth, info, 32)
  const key = derive(input, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(input, salt, 'Content-Encoding: nonce\0', 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-TAG))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -TAG)), decipher.final()])
  const end = padded.lastIndexOf(LAST_RECORD)
  if (end === -1) throw new Error('the record has no delimiter')
  return padded.subarray(0, end).toString('utf8')
}

const parsePart = (part: string) =>
  JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>

/** @returns what the sender says of itself @throws where the signature is not of the key that it names */
export function verifyVapid(authorization: string): { publicKey: string; claims: Record<string, unknown> } {
  const [, token = '', publicKey = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  const [header = '', payload = '', signature = ''] = token.split('.')
  if (parsePart(header).alg !== 'ES256') throw new Error('the token is not signed with ES256')
  const point = Buffer.from(publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isSigned) throw new Error('the signature is wrong')
  return { publicKey, claims: parsePart(payload) }
}
