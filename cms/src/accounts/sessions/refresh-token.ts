/**
 * What a browser keeps in its cookie: session, generation, and a proof made of both, of the session's salt and of a key that is
 * not in the database. Each generation has one token, so that two tabs that refresh at once are given the same.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { MemberSession } from '../../stores/member-sessions'
import { digestOf } from '../keys'

const SALT_BYTES = 32
const FORM = /^([\da-f-]{36})\.(\d{1,9})\.([\w-]{43})$/

export const newSalt = () => randomBytes(SALT_BYTES).toString('base64url')

type Proved = Pick<MemberSession, 'id' | 'salt'>

const proofOf = ({ id, salt }: Proved, generation: number) => digestOf('refresh', `${id}.${generation}.${salt}`)

export const refreshToken = (session: Proved & Pick<MemberSession, 'generation'>) =>
  `${session.id}.${session.generation}.${proofOf(session, session.generation)}`

export type ReadToken = { sessionId: string; generation: number; proof: string }

export function readRefreshToken(text: string | undefined): ReadToken | null {
  const found = FORM.exec(text ?? '')
  return found ? { sessionId: found[1], generation: Number(found[2]), proof: found[3] } : null
}

export const isGenuine = (session: Proved, { generation, proof }: ReadToken): boolean =>
  timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(session, generation)))
