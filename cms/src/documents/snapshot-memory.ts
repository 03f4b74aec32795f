/** What a document says is read once an act (`stores/snapshot-memory.ts`): the first middleware opens the memory, the last one empties it after the write. */
import type { Modules } from '@strapi/types'
import { kindOf } from '../domain/content/kinds'
import { forgetSnapshots, rememberingSnapshots } from '../stores/snapshot-memory'

type Middleware = Modules.Documents.Middleware.Middleware

const READS = new Set(['findMany', 'findOne', 'findFirst', 'count'])
/** a publication does not touch the draft */
const WRITTEN: Record<string, readonly string[]> = { publish: ['published'], unpublish: ['published'] }
const BOTH = ['draft', 'published']

export const openSnapshotMemory: Middleware = (context, next) =>
  READS.has(context.action) ? next() : (rememberingSnapshots(async () => next()) as ReturnType<typeof next>)

export const emptySnapshotMemory: Middleware = async (context, next) => {
  const result = await next()
  const kind = kindOf(context.uid)
  const { documentId } = context.params as { documentId?: string }
  if (kind && documentId && !READS.has(context.action))
    forgetSnapshots(kind, documentId, WRITTEN[context.action] ?? BOTH)
  return result
}
