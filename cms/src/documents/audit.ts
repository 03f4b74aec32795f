/**
 * What is done to documents is written down in the transaction that does it. Of a request that fails, the request is written
 * down once everything was rolled back (src/audit); of a job or an import, it is done here.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Core, Modules, UID } from '@strapi/types'
import type { Act } from '../domain/audit/acts'
import type { AuditEntry, Subject } from '../domain/audit/entry'
import { pendingRow } from '../domain/audit/pending-row'
import { type Change, whatChanged } from '../domain/audit/what-changed'
import { kindOf } from '../domain/content/kinds'
import type { Snapshot } from '../domain/content/snapshot'
import { titleOf } from '../domain/content/titles'
import { addPending } from '../stores/audit-log'
import { readAuditedRow } from '../stores/audited-rows'
import { type DocumentState, readSnapshot } from '../stores/snapshots'
import { currentCaller } from './caller'

type Middleware = Modules.Documents.Middleware.Middleware
type Context = Parameters<Middleware>[0]
type Result = { documentId?: string; entries?: Record<string, unknown>[] } & Record<string, unknown>

const acts: Record<string, Act> = {
  create: 'content.create',
  update: 'content.update',
  clone: 'content.clone',
  delete: 'content.delete',
  publish: 'content.publish',
  unpublish: 'content.unpublish',
  discardDraft: 'content.discard',
}

const isAudited = (uid: string) => uid.startsWith('api::') || uid === 'plugin::users-permissions.user'

async function stateOf(strapi: Core.Strapi, uid: string, documentId: string | undefined, state: DocumentState) {
  if (!documentId) return null
  const kind = kindOf(uid)
  return kind ? readSnapshot(strapi, kind, documentId, state) : readAuditedRow(strapi, uid, { documentId })
}

async function before(strapi: Core.Strapi, { uid, action, params }: Context): Promise<Snapshot | null> {
  const { documentId } = params as { documentId?: string }
  if (action === 'create' || action === 'clone') return null
  if (action === 'publish' || action === 'unpublish') return stateOf(strapi, uid, documentId, 'published')
  const draft = await stateOf(strapi, uid, documentId, 'draft')
  return draft ?? stateOf(strapi, uid, documentId, 'published')
}

const PUBLIC = { 状态: '已发布' }
const NOT_PUBLIC = { 状态: '未发布' }

/** A first publication shows what was written down draft by draft. */
async function changeOf(strapi: Core.Strapi, context: Context, documentId: string, was: Snapshot | null) {
  const { uid, action } = context
  if (action === 'delete') return whatChanged(was, null)
  if (action === 'unpublish') return { before: was ? PUBLIC : NOT_PUBLIC, after: NOT_PUBLIC }
  if (action !== 'publish') return whatChanged(was, await stateOf(strapi, uid, documentId, 'draft'))
  if (!was) return { before: NOT_PUBLIC, after: PUBLIC }
  return whatChanged(was, await stateOf(strapi, uid, documentId, 'published'))
}

function titleIn(uid: string, sources: (Record<string, unknown> | null | undefined)[]): string | null {
  const kind = kindOf(uid)
  for (const fields of sources) {
    const title = kind ? titleOf(kind, fields ?? null) : (fields?.username ?? fields?.name ?? fields?.title)
    if (typeof title === 'string' && title) return title
  }
  return null
}

type Done = Pick<AuditEntry, 'result' | 'code'> & { act: Act; subject: Subject; change: Change | null }

async function note(strapi: Core.Strapi, { act, subject, change, result, code }: Done) {
  const { before, after } = change ?? { before: null, after: null }
  const caller = currentCaller(strapi)
  await addPending(strapi, pendingRow({ at: new Date(), ...caller, act, subject, before, after, result, code }))
}

function noteFailure(strapi: Core.Strapi, act: Act, { uid, params }: Context, error: unknown) {
  const { documentId = null } = params as { documentId?: string }
  const { details, name, message } = error as { details?: { code?: string }; name?: string; message?: string }
  const isRefusal = details !== undefined
  const failure: Done = {
    ...{ act, subject: { uid, id: documentId, title: null }, change: null },
    ...{ result: isRefusal ? 'refused' : 'failed', code: details?.code ?? message ?? name ?? null },
  }
  note(strapi, failure).catch((problem) => strapi.log.error(problem))
}

/** The request has been written down by what it did. */
function markRequest(strapi: Core.Strapi) {
  const context = strapi.requestContext.get()
  if (context) (context.state as { isAudited?: boolean }).isAudited = true
}

export const auditDocuments = (strapi: Core.Strapi): Middleware => {
  // what is done after a rollback would still see what was to be done after the commit, and do it
  const outsideTransaction = AsyncLocalStorage.snapshot()
  return async (context, next) => {
    const act = acts[context.action]
    const uid: UID.Schema = context.uid
    if (!act || !isAudited(uid)) return next()
    return strapi.db.transaction(async ({ onCommit, onRollback }) => {
      const was = await before(strapi, context)
      const written = await next().catch((error: unknown) => {
        if (!strapi.requestContext.get()) {
          const noteIt = () => outsideTransaction(() => noteFailure(strapi, act, context, error))
          onRollback(noteIt)
          onCommit(noteIt)
        }
        throw error
      })
      const result = written as Result | null
      const documentId = (context.params as { documentId?: string }).documentId ?? result?.documentId
      if (!result || !documentId) return written
      markRequest(strapi)
      const change = await changeOf(strapi, context, documentId, was)
      // a form that is published is saved first, changed or not
      if (act === 'content.update' && !change) return written
      const subject = { uid, id: documentId, title: titleIn(uid, [result, result.entries?.[0], was]) }
      await note(strapi, { act, subject, change, result: 'ok', code: null })
      return written
    })
  }
}
