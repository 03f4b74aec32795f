/** Who calls, and from where: for the audit log. Without a request it is the system: a job, an import, a seed. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { callerAddress } from '../domain/audit/caller-address'
import type { Actor } from '../domain/audit/entry'

export type Caller = { actor: Actor; ip: string | null; userAgent: string | null }

type Account = {
  id: number | string
  firstname?: string | null
  lastname?: string | null
  username?: string | null
  email?: string | null
  roles?: { name: string }[]
  role?: { name: string } | null
}
type State = {
  auth?: { strategy?: { name?: string }; credentials?: { id?: number | string; name?: string } }
  user?: Account
}

export const SYSTEM: Actor = { kind: 'system', id: null, name: '系统', email: null, roles: null }
export const ANONYMOUS: Actor = { kind: 'anonymous', id: null, name: null, email: null, roles: null }

export function actorOfAccount(kind: 'desk' | 'member', account: Account): Actor {
  const { id, firstname, lastname, username, email, roles, role } = account
  const names = roles ? roles.map(({ name }) => name).join('、') : role?.name
  const name = kind === 'desk' ? `${lastname ?? ''}${firstname ?? ''}` || username : username
  return { kind, id: String(id), name: name || null, email: email ?? null, roles: names || null }
}

export function actorOf(context: Context): Actor {
  const { auth, user } = context.state as State
  const strategy = auth?.strategy?.name ?? ''
  if (strategy === 'content-api-token' || strategy === 'admin-token') {
    const { id, name } = auth?.credentials ?? {}
    return { kind: 'token', id: id === undefined ? null : String(id), name: name ?? null, email: null, roles: null }
  }
  if (!user) return ANONYMOUS
  return actorOfAccount(strategy === 'admin' ? 'desk' : 'member', user)
}

export function callerOf(context: Context): Caller {
  const forwarded = context.get('x-forwarded-for') || undefined
  return {
    actor: actorOf(context),
    ip: callerAddress(context.req.socket.remoteAddress, forwarded),
    userAgent: context.get('user-agent') || null,
  }
}

export function currentCaller(strapi: Core.Strapi): Caller {
  const context = strapi.requestContext.get() as Context | undefined
  return context ? callerOf(context) : { actor: SYSTEM, ip: null, userAgent: null }
}
