/**
 * Argon2id (RFC 9106) of Node itself: it runs on a thread of libuv, the event loop stays free. Written in the PHC form, which
 * carries its parameters, so that they can be raised without losing anybody's password.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { plainPassword } from '../../domain/accounts/password-rules'

const derive = promisify(argon2)

type Cost = { memory: number; passes: number; parallelism: number }
/** OWASP's second choice of equal strength: 19 MiB, two passes; some 30 ms of one core */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]{16,64})\$([\w+/]{32,128})$/
const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

const digest = (password: string, salt: Buffer, { memory, passes, parallelism }: Cost, tagLength: number) =>
  derive('argon2id', {
    ...{ message: Buffer.from(plainPassword(password)), nonce: salt },
    ...{ memory, passes, parallelism, tagLength },
  })

export async function hashArgon2id(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await digest(password, salt, COST, HASH_BYTES)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`
}

export async function verifyArgon2id(password: string, stored: string): Promise<boolean> {
  const found = PHC.exec(stored)
  if (!found) throw new Error('a stored password hash is malformed')
  const [, memory, passes, parallelism, salt, hash] = found
  const expected = Buffer.from(hash, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return timingSafeEqual(await digest(password, Buffer.from(salt, 'base64'), cost, expected.length), expected)
}

const { memory, passes, parallelism } = COST
export const isOutdated = (stored: string) =>
  !stored.startsWith(`$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`)
