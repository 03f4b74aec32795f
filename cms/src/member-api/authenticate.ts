/** Whose account a request comes from: the access token of the accounts plugin, nothing else. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { isSecondFactorFresh } from '../domain/accounts/second-factor'
import { findSession } from '../stores/member-sessions'

export type Account = { id: number; username: string; email: string; blocked: boolean }
type Claims = { id: number; sessionId?: string } | null
type Jwt = { getToken(ctx: Context): Promise<Claims> | Claims }

export type Session = { account: Account; sessionId: string | null; hasSecondFactor: boolean }

const claimsOf = async (strapi: Core.Strapi, ctx: Context): Promise<Claims> => {
  const jwt = strapi.plugin('users-permissions').service('jwt') as unknown as Jwt
  try {
    return await jwt.getToken(ctx)
  } catch {
    // run out, forged, or of a session that was ended
    return null
  }
}

/** @returns null without a log-in that stands */
export async function authenticate(strapi: Core.Strapi, ctx: Context): Promise<Session | null> {
  const claims = await claimsOf(strapi, ctx)
  if (!claims) return null
  const account = (await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id: claims.id } })) as Account | null
  if (!account || account.blocked) return null
  const sessionId = claims.sessionId ?? null
  const session = sessionId === null ? null : await findSession(strapi, sessionId)
  return { account, sessionId, hasSecondFactor: isSecondFactorFresh(session?.secondFactorAtMs ?? null, new Date()) }
}
