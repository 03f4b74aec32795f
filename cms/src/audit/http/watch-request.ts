/**
 * Every request that changes or exports something leaves a row, whatever became of it. What was done to documents has left
 * its rows already, in the transaction that did it: such a request leaves one of its own only when it was refused or failed.
 */
import type { Core } from '@strapi/types'
import type { Context, Next } from 'koa'
import { callerOf } from '../../documents/caller'
import type { Act } from '../../domain/audit/acts'
import type { AuditEntry } from '../../domain/audit/entry'
import { pendingRow } from '../../domain/audit/pending-row'
import { actOfRoute } from '../../domain/audit/routes'
import { condense, whatChanged } from '../../domain/audit/what-changed'
import type { Json } from '../../domain/content/snapshot'
import { addPending } from '../../stores/audit-log'
import { type Outcome, outcomeOfAnswer, outcomeOfError } from './outcome'
import { isPrivate, sessionOf } from './sessions'
import { isChangeOfFile, type Seen, see, sent, subjectOfRoute } from './subjects'

type Described = Pick<AuditEntry, 'subject' | 'before' | 'after'>
type File = { id?: number; name?: string; size?: number; alternativeText?: string | null }
type Made = { id?: number; data?: { id?: number } } | null

/** Cheap, and before anything is looked up: most requests only read. */
const MAY_ACT_BY_READING =
  /^\/(?:admin\/(?:audit\/export|transfer\/runner)|api\/users(?:\/|$)|api\/auth\/(?:oidc|cas)\/)/i
const mayAct = ({ method, path }: Context) =>
  method === 'GET' ? MAY_ACT_BY_READING.test(path) : method !== 'HEAD' && method !== 'OPTIONS'

const UNAUTHORIZED = 401
const TOO_MANY = 429

/**
 * A log-in that has run out is no act, nor is a stranger without one; attempts beyond the limit follow on those that are
 * written down, and must not fill the disk.
 */
const isWorthKeeping = ({ status }: Outcome, act: Act) =>
  status !== TOO_MANY && (status !== UNAUTHORIZED || isPrivate(act))

function describeUpload(files: File[]): Described {
  const shown = files.map(({ id = null, name = null, size = null, alternativeText = null }) => {
    return { id, name, size, alternativeText }
  })
  return {
    subject: {
      uid: 'plugin::upload.file',
      id: files.map(({ id }) => id).join(','),
      title: files.map(({ name }) => name).join('、'),
    },
    before: null,
    after: condense({ files: shown } as Json),
  }
}

async function describe(strapi: Core.Strapi, ctx: Context, before: Seen | null, isDone: boolean): Promise<Described> {
  const { body } = ctx as { body?: unknown }
  if (isDone && Array.isArray(body) && body[0]?.mime) return describeUpload(body as File[])
  const made = (body as Made)?.data?.id ?? (body as Made)?.id ?? null
  const isDelete = ctx.method === 'DELETE' || /batch-delete|bulk-delete/.test(ctx.path)
  const after = isDone && !isDelete ? await see(strapi, ctx, ctx.method === 'POST' ? made : null) : null
  const seen = after?.subject.id ? after : before
  if (!seen) return { subject: await subjectOfRoute(strapi, ctx), before: null, after: condense(sent(ctx)) }
  if (!isDone) return { subject: seen.subject, before: null, after: condense(sent(ctx)) }
  const change = whatChanged(before?.fields ?? null, after?.fields ?? null) ?? { before: null, after: null }
  return { subject: seen.subject, ...change }
}

/** What is sent about people stays out of the log, also when it is refused: their acts name who was meant, and no more. */
const IS_ABOUT_PEOPLE = /^(?:roster|dues)\./

async function describedAs(
  strapi: Core.Strapi,
  ctx: Context,
  act: Act,
  before: Seen | null,
  isDone: boolean,
): Promise<Described> {
  if (!IS_ABOUT_PEOPLE.test(act)) return describe(strapi, ctx, before, isDone)
  return { subject: await subjectOfRoute(strapi, ctx), before: null, after: null }
}

async function note(strapi: Core.Strapi, ctx: Context, act: Act, before: Seen | null, { result, code }: Outcome) {
  const caller = callerOf(ctx)
  const common = { at: new Date(), ...caller, act, result, code }
  const why = act === 'session.login' && result === 'refused' ? { code: 'WRONG_LOGIN' } : {}
  const entry = isPrivate(act)
    ? { ...common, ...why, ...(await sessionOf(strapi, ctx, caller.actor)), before: null, after: null }
    : { ...common, ...(await describedAs(strapi, ctx, act, before, result === 'ok')) }
  await addPending(strapi, pendingRow(entry))
}

async function noteOutcome(strapi: Core.Strapi, ctx: Context, before: Seen | null, outcome: Outcome) {
  const { _matchedRoute: pattern } = ctx as { _matchedRoute?: string | RegExp }
  if (typeof pattern !== 'string') return
  const named = actOfRoute(ctx.method, pattern)
  const hasFile = Boolean((ctx.request as { files?: { files?: unknown } }).files?.files)
  const act = isChangeOfFile(ctx) ? (hasFile ? 'file.replace' : 'file.update') : named
  if (!act || !isWorthKeeping(outcome, act)) return
  const { isAudited } = ctx.state as { isAudited?: boolean }
  if (isAudited && outcome.result === 'ok') return
  // the act is done: whoever did it must not be told that it was not
  await note(strapi, ctx, act, before, outcome).catch((error) =>
    strapi.log.error(`the audit log has no row of ${ctx.method} ${ctx.path}: ${String(error)}`),
  )
}

/** Stands inside the error middleware, where the body has been parsed and an error still says what it is. */
export async function watchRequest(strapi: Core.Strapi, ctx: Context, next: Next) {
  if (!mayAct(ctx)) return next()
  const before = ctx.get('authorization') ? await see(strapi, ctx, null) : null
  try {
    await next()
  } catch (error) {
    await noteOutcome(strapi, ctx, before, outcomeOfError(error))
    throw error
  }
  await noteOutcome(strapi, ctx, before, outcomeOfAnswer(ctx))
}
