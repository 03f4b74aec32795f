/** Log-ins and what belongs to them: whose account it was about. What was typed as a password is never looked at. */
import type { Core, UID } from '@strapi/types'
import type { Context } from 'koa'
import { ANONYMOUS, actorOfAccount } from '../../documents/caller'
import type { Act } from '../../domain/audit/acts'
import type { Actor, Subject } from '../../domain/audit/entry'

/** Their bodies hold passwords and codes: nothing of them is kept. */
const PRIVATE = /^(?:session|password)\.|\.(?:login|logout|register)$/
export const isPrivate = (act: Act) => PRIVATE.test(act)

const NOT_AN_ADDRESS = '（输入的不是邮箱）'

type Account = Parameters<typeof actorOfAccount>[1]
type Typed = { email?: unknown; identifier?: unknown }
type Answer = { data?: { user?: { id?: number } }; user?: { id?: number } }

/** People type their password into the wrong field: only what looks like an address is kept. */
function typedBy(ctx: Context): string | null {
  const { email, identifier } = ((ctx.request as { body?: Typed }).body ?? {}) as Typed
  const typed = email ?? identifier
  if (typeof typed !== 'string' || typed === '') return null
  return typed.includes('@') ? typed.toLowerCase() : NOT_AN_ADDRESS
}

export type Session = { actor: Actor; subject: Subject }

/** Whom a log-in let in, or whom somebody tried to be. */
export async function sessionOf(strapi: Core.Strapi, ctx: Context, act: Act, actor: Actor): Promise<Session> {
  const kind = act.startsWith('member.') || ctx.path.startsWith('/api/') ? 'member' : 'desk'
  const uid: UID.Schema = kind === 'desk' ? 'admin::user' : 'plugin::users-permissions.user'
  const answer = (ctx.body ?? {}) as Answer
  const id = answer.data?.user?.id ?? answer.user?.id
  const typed = typedBy(ctx)
  const where = id ? { id } : typed ? { email: typed } : null
  const populate = kind === 'desk' ? ['roles'] : ['role']
  const account: Account | null = where && (await strapi.db.query(uid).findOne({ where, populate }))
  if (!account) {
    const subject = { uid, id: actor.id, title: typed ?? actor.name }
    return { actor: actor.kind === 'anonymous' ? { ...ANONYMOUS, email: typed } : actor, subject }
  }
  const known = actorOfAccount(kind, account)
  const subject = { uid, id: known.id, title: known.name ?? known.email }
  return { actor: id ? known : actor.kind === 'anonymous' ? { ...ANONYMOUS, email: typed } : actor, subject }
}
