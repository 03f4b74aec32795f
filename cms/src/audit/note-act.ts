/** For use cases that write their own row, in the transaction of the act: it goes when the act is rolled back. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { currentCaller } from '../documents/caller'
import type { Act } from '../domain/audit/acts'
import type { Subject } from '../domain/audit/entry'
import { pendingRow } from '../domain/audit/pending-row'
import type { Json } from '../domain/content/snapshot'
import { addAllPending } from '../stores/audit-log'

export type NotedAct = { act: Act; subject: Subject; before?: Json; after?: Json }

export async function noteActs(strapi: Core.Strapi, acts: readonly NotedAct[], at: Date) {
  const caller = currentCaller(strapi)
  const rows = acts.map(({ act, subject, before = null, after = null }) =>
    pendingRow({ at, ...caller, act, subject, before, after, result: 'ok', code: null }),
  )
  await addAllPending(strapi, rows)
  const context = strapi.requestContext.get() as Context | undefined
  if (context) (context.state as { isAudited?: boolean }).isAudited = true
}

export const noteAct = (strapi: Core.Strapi, act: NotedAct, at: Date) => noteActs(strapi, [act], at)
