/** The next access token for a device, and the next refresh token with it. */
import type { Core } from '@strapi/types'
import { refuseAccount } from '../../domain/accounts/refusals'
import { decideRefresh, type Ending } from '../../domain/accounts/session'
import { isAccountOpen } from '../../stores/member-accounts'
import { findMemberOfAccount } from '../../stores/member-identities'
import { endSession, findSession, type MemberSession, rotate } from '../../stores/member-sessions'
import { noteReused } from './note-reused'
import { type Pass, passOf } from './open'
import { isGenuine, type ReadToken, readRefreshToken } from './refresh-token'

/** Whoever else has changed the row in the same moment has made the next generation, or ended the session: the second look tells. */
const MOST_LOOKS = 3

async function end(strapi: Core.Strapi, session: MemberSession, ending: Ending, now: Date): Promise<never> {
  const { id, accountId } = session
  const hasEnded = await endSession(strapi, id, ending, now)
  if (hasEnded && ending === 'reused') await noteReused(strapi, session, now)
  return refuseAccount(ending === 'reused' ? 'SESSION_REUSED' : 'SESSION_ENDED', { accountId })
}

async function mayStay(strapi: Core.Strapi, { accountId }: MemberSession): Promise<boolean> {
  const member = await findMemberOfAccount(strapi, accountId)
  return member?.isPresent === true && (await isAccountOpen(strapi, accountId))
}

async function known(strapi: Core.Strapi, token: ReadToken | null): Promise<MemberSession | null> {
  const session = token && (await findSession(strapi, token.sessionId))
  return session && isGenuine(session, token) ? session : null
}

export async function refreshSession(strapi: Core.Strapi, cookie: string | undefined, now: Date): Promise<Pass> {
  const token = readRefreshToken(cookie)
  for (let look = 0; token && look < MOST_LOOKS; look += 1) {
    const session = await known(strapi, token)
    if (!session) break
    const decision = decideRefresh(session, token.generation, now)
    if (decision.what === 'refuse') {
      if (decision.ending) return end(strapi, session, decision.ending, now)
      break
    }
    if (!(await mayStay(strapi, session))) return end(strapi, session, 'closed', now)
    if (decision.what === 'repeat') return passOf(strapi, session, now)
    if (await rotate(strapi, session, now)) {
      const next = { ...session, generation: session.generation + 1, lastSeenAtMs: now.getTime() }
      return passOf(strapi, next, now)
    }
  }
  return refuseAccount('SESSION_ENDED')
}

/** @returns the account whose device was logged out, or null where the cookie says nothing */
export async function logOut(strapi: Core.Strapi, cookie: string | undefined, now: Date): Promise<number | null> {
  const session = await known(strapi, readRefreshToken(cookie))
  if (!session) return null
  await endSession(strapi, session.id, 'logout', now)
  return session.accountId
}
