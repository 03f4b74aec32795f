/** What a browser is given that is let in: the access token in the answer, the refresh token in its cookie. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import type { MemberSession } from '../../stores/member-sessions'
import type { Entered } from '../log-in'
import { type Pass, passOf } from '../sessions/open'
import { about } from './add-routes'
import { keepRefreshCookie } from './cookie'

export function handOut(ctx: Context, { session, accessToken, expiresAt, refreshToken, secondFactor }: Pass) {
  about(ctx, session.accountId)
  keepRefreshCookie(ctx, refreshToken, session.isKept)
  return { state: 'in', accessToken, expiresAt: expiresAt.toISOString(), secondFactor }
}

export const admit = async (strapi: Core.Strapi, ctx: Context, session: MemberSession, now: Date) =>
  handOut(ctx, await passOf(strapi, session, now))

export async function admitOrAsk(strapi: Core.Strapi, ctx: Context, entered: Entered, now: Date) {
  if (entered.state === 'in') return admit(strapi, ctx, entered.session, now)
  about(ctx, entered.accountId)
  return { state: 'second-factor', ticket: entered.ticket, expiresAt: entered.expiresAt.toISOString() }
}
