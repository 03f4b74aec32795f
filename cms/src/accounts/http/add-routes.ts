/**
 * The account routes, below /api/auth. They stand beside the plugin's own routes, whose authentication sets `ctx.state.user`.
 * Expected refusals become answers here; for the audit log they say whose account it was about.
 */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import type { z } from 'zod'
import { AccountRefusal, accountRefusals, refuseAccount } from '../../domain/accounts/refusals'
import { findSession, type MemberSession } from '../../stores/member-sessions'
import { demandOurPage } from './origin'

type Method = 'GET' | 'POST' | 'DELETE'
type Name = `${Method} /${string}`
type Open = (ctx: Context) => Promise<unknown>
type Own = (ctx: Context, session: MemberSession) => Promise<unknown>

export type Route = { name: Name } & ({ who: 'anyone'; handle: Open } | { who: 'member'; handle: Own })

/** What a handler answers stands in `data`; undefined: it has answered by itself. */
export const openRoute = (name: Name, handle: Open): Route => ({ name, who: 'anyone', handle })
export const memberRoute = (name: Name, handle: Own): Route => ({ name, who: 'member', handle })

export function inputOf<S extends z.ZodType>(ctx: Context, schema: S): z.infer<S> {
  const parsed = schema.safeParse((ctx.request as unknown as { body?: unknown }).body ?? {})
  if (parsed.success) return parsed.data
  return refuseAccount('BAD_REQUEST', { fields: parsed.error.issues.map((issue) => issue.path.join('.')) })
}

/** Read by the audit log: whose account a request was about that nobody was logged in for. */
export const about = (ctx: Context, accountId: number | null) => {
  ;(ctx.state as { aboutAccount?: number | null }).aboutAccount = accountId
}

function answerRefusal(ctx: Context, { code, details: { accountId, ...details } }: AccountRefusal) {
  const { status, sentence } = accountRefusals[code]
  if (typeof accountId === 'number') about(ctx, accountId)
  ctx.status = status
  if (typeof details.seconds === 'number') ctx.set('Retry-After', String(details.seconds))
  ctx.body = { data: null, error: { status, name: 'AccountRefusal', message: sentence, details: { code, ...details } } }
}

async function sessionOfCaller(strapi: Core.Strapi, ctx: Context): Promise<MemberSession> {
  const { session } = ctx.state as { session?: { id?: string } }
  const found = session?.id ? await findSession(strapi, session.id) : null
  return found ?? refuseAccount('LOGIN_REQUIRED')
}

function handlerOf(strapi: Core.Strapi, route: Route) {
  return async (ctx: Context) => {
    ctx.set('Cache-Control', 'no-store')
    try {
      if (!route.name.startsWith('GET ')) demandOurPage(ctx)
      const data =
        route.who === 'anyone' ? await route.handle(ctx) : await route.handle(ctx, await sessionOfCaller(strapi, ctx))
      if (data !== undefined) ctx.body = { data }
    } catch (error) {
      if (!(error instanceof AccountRefusal)) throw error
      answerRefusal(ctx, error)
    }
  }
}

/** Call in `register`. */
export function addAccountRoutes(strapi: Core.Strapi, routes: readonly Route[]) {
  const made = routes.map((route) => {
    const [method, path] = route.name.split(' ')
    const config = route.who === 'anyone' ? { auth: false } : {}
    return { method, path: `/auth${path}`, handler: handlerOf(strapi, route), config }
  })
  Object.assign(strapi.plugin('users-permissions').routes, {
    accounts: { type: 'content-api', prefix: '', routes: made },
  })
}
