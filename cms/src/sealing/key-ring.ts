/**
 * What must not be readable in a copy of the database is sealed: AES-256-GCM, with a key that lies outside it. A sealed text names
 * its key, so that old ones stay readable while the key is changed, and is bound to its purpose: a number of one person cannot be
 * put in the place of another's.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const FORM = 's1'
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32
const ID_CHARACTERS = 8

export type KeyRing = {
  /** @param purpose what it is and whose, e.g. `identity:<memberId>` */
  seal(text: string, purpose: string): string
  /** @throws SealBroken when it was altered, belongs elsewhere, or its key is not on the ring */
  unseal(sealed: string, purpose: string): string
  /** whether it was sealed with another key than the present one */
  isOutdated(sealed: string): boolean
}

export class SealBroken extends Error {
  override name = 'SealBroken'
}

type Key = { id: string; bytes: Buffer }

function keyOf(secret: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'sealing', KEY_BYTES))
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, ID_CHARACTERS), bytes }
}

/** @param former secrets that were in use before; only for reading */
export function createKeyRing(present: string, former: readonly string[] = []): KeyRing {
  const key = keyOf(present)
  const keys = new Map([key, ...former.map(keyOf)].map((one) => [one.id, one.bytes]))

  return {
    seal(text, purpose) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [FORM, key.id, body.toString('base64url')].join('.')
    },

    unseal(sealed, purpose) {
      const [form, id = '', body = ''] = sealed.split('.')
      const bytes = keys.get(id)
      if (form !== FORM || !bytes) throw new SealBroken('sealed with a key that is not on the ring')
      const whole = Buffer.from(body, 'base64url')
      if (whole.length < IV_BYTES + TAG_BYTES) throw new SealBroken('too short')
      const iv = whole.subarray(0, IV_BYTES)
      const tag = whole.subarray(-TAG_BYTES)
      try {
        const decipher = createDecipheriv('aes-256-gcm', bytes, iv, { authTagLength: TAG_BYTES })
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag)
        return decipher.update(whole.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch (cause) {
        throw new SealBroken('altered, or not for this purpose', { cause })
      }
    },

    isOutdated: (sealed) => sealed.split('.')[1] !== key.id,
  }
}
