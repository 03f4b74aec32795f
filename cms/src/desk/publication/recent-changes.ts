/** What was published last, and what took longest: for each, only what the caller may read. */
import type { Core } from '@strapi/types'
import { uidOf } from '../../domain/content/kinds'
import { millisecondsToLive } from '../../domain/publication/status'
import { allFailures } from '../../stores/publication-failures'
import { type HistoryRow, lastChanges, slowestChanges } from '../../stores/publication-history'
import type { Permissions } from './permissions'

const SHOWN = 12
const SLOWEST = 3
/** rows looked through for those that may be read */
const LOOKED_AT = 60

const describe = ({ kind, ...row }: HistoryRow, failing: Set<string>) => ({
  sequence: row.sequence,
  uid: uidOf(kind),
  documentId: row.documentId,
  title: row.title,
  actor: row.actor,
  event: row.event,
  at: row.at,
  ms: millisecondsToLive(row.at, row.liveAt),
  isFailing: failing.has(row.documentId),
})

async function readable(rows: HistoryRow[], permissions: Permissions, limit: number): Promise<HistoryRow[]> {
  const found: HistoryRow[] = []
  for (const row of rows) {
    if (found.length === limit) break
    if (await permissions.mayRead(row.kind, row.documentId)) found.push(row)
  }
  return found
}

export async function describeRecent(strapi: Core.Strapi, permissions: Permissions, now: Date) {
  const failing = new Set((await allFailures(strapi)).flatMap(({ documentId }) => documentId ?? []))
  const changes = await readable(await lastChanges(strapi, LOOKED_AT), permissions, SHOWN)
  const slowest = await readable(await slowestChanges(strapi, LOOKED_AT), permissions, SLOWEST)
  return {
    changes: changes.map((row) => describe(row, failing)),
    slowest: slowest.map((row) => describe(row, failing)),
    now,
  }
}
