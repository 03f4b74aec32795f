/** Log-ins and what belongs to them: whose account it was about. What was typed as a password is never looked at. */
import type { Core, UID } from '@strapi/types'
import type { Context } from 'koa'
import { ANONYMOUS, actorOfAccount } from '../../documents/caller'
import type { Act } from '../../domain/audit/acts'
import type { Actor, Subject } from '../../domain/audit/entry'

/** Their bodies hold passwords and codes: nothing of them is kept. */
const PRIVATE = /^(?:session|password|second-factor)\.|\.(?:login|logout|register|activate)$/
export const isPrivate = (act: Act) => PRIVATE.test(act)

const NOT_AN_ADDRESS = '（输入的不是邮箱）'

type Account = Parameters<typeof actorOfAccount>[1]
type Typed = { email?: unknown }
type Answer = { data?: { user?: { id?: number } } }

/** People type their password into the wrong field: only what looks like an address is kept. */
function typedBy(ctx: Context): string | null {
  const { email: typed } = ((ctx.request as { body?: Typed }).body ?? {}) as Typed
  if (typeof typed !== 'string' || typed === '') return null
  return typed.includes('@') ? typed.toLowerCase() : NOT_AN_ADDRESS
}

export type Session = { actor: Actor; subject: Subject }

/**
 * Routes of members' accounts say themselves whose account it was (src/accounts/http/add-routes.ts). The number that was typed is
 * kept nowhere else: it may be a password in the wrong field.
 */
const OF_MEMBERS = /^\/api\/auth\//i
const CLIENT_ERROR = 400

async function memberSessionOf(strapi: Core.Strapi, ctx: Context, actor: Actor): Promise<Session> {
  const { aboutAccount = null } = ctx.state as { aboutAccount?: number | null }
  const uid: UID.Schema = 'plugin::users-permissions.user'
  const id = aboutAccount ?? (actor.kind === 'member' ? actor.id : null)
  const account: Account | null =
    id === null ? null : await strapi.db.query(uid).findOne({ where: { id }, populate: ['role'] })
  if (!account) return { actor, subject: { uid, id: null, title: null } }
  const known = actorOfAccount('member', account)
  const wasLetIn = actor.kind === 'anonymous' && ctx.status < CLIENT_ERROR
  return { actor: wasLetIn ? known : actor, subject: { uid, id: known.id, title: known.name } }
}

/** Whom a log-in let in, or whom somebody tried to be. */
export async function sessionOf(strapi: Core.Strapi, ctx: Context, actor: Actor): Promise<Session> {
  if (OF_MEMBERS.test(ctx.path)) return memberSessionOf(strapi, ctx, actor)
  const uid: UID.Schema = 'admin::user'
  const answer = (ctx.body ?? {}) as Answer
  const id = answer.data?.user?.id
  const typed = typedBy(ctx)
  const where = id ? { id } : typed ? { email: typed } : null
  const account: Account | null = where && (await strapi.db.query(uid).findOne({ where, populate: ['roles'] }))
  if (!account) {
    const subject = { uid, id: actor.id, title: typed ?? actor.name }
    return { actor: actor.kind === 'anonymous' ? { ...ANONYMOUS, email: typed } : actor, subject }
  }
  const known = actorOfAccount('desk', account)
  const subject = { uid, id: known.id, title: known.name ?? known.email }
  return { actor: id ? known : actor.kind === 'anonymous' ? { ...ANONYMOUS, email: typed } : actor, subject }
}
