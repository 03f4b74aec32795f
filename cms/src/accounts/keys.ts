/** Keys of our own, each for one purpose, made from the secret that the plugin signs log-ins with. */
import { createHmac, hkdfSync } from 'node:crypto'
import { readEnvironment } from '../environment'

export type KeyPurpose = 'refresh' | 'codes' | 'tries' | 'sign-on'

const KEY_BYTES = 32

/** What is stored of a code or a name: without the key nobody can try all of them against a stolen database. */
export function digestOf(purpose: KeyPurpose, text: string): string {
  const key = hkdfSync('sha256', readEnvironment().JWT_SECRET, '', `members/${purpose}`, KEY_BYTES)
  return createHmac('sha256', Buffer.from(key)).update(text).digest('base64url')
}
