/** The portal's own key (RFC 8292): push services and browsers know us by its public half. */
import { createECDH } from 'node:crypto'

export type PushKey = { privateKey: string; publicKey: string }

/** @param privateKey 32 bytes, base64url @throws where it is none */
export function pushKeyFrom(privateKey: string): PushKey {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(Buffer.from(privateKey, 'base64url'))
  return { privateKey, publicKey: curve.getPublicKey('base64url') }
}
