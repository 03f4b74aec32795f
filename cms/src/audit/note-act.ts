/** For use cases that write their own row, in the transaction of the act: it goes when the act is rolled back. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { currentCaller } from '../documents/caller'
import type { Act } from '../domain/audit/acts'
import type { Subject } from '../domain/audit/entry'
import { pendingRow } from '../domain/audit/pending-row'
import type { Json } from '../domain/content/snapshot'
import { addPending } from '../stores/audit-log'

export type NotedAct = { act: Act; subject: Subject; before?: Json; after?: Json }

export async function noteAct(strapi: Core.Strapi, { act, subject, before = null, after = null }: NotedAct, at: Date) {
  const caller = currentCaller(strapi)
  await addPending(strapi, pendingRow({ at, ...caller, act, subject, before, after, result: 'ok', code: null }))
  const context = strapi.requestContext.get() as Context | undefined
  if (context) (context.state as { isAudited?: boolean }).isAudited = true
}
