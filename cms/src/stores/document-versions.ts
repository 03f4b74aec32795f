/** Kept versions of documents, numbered from 1 without gaps when they are written. */
import { createHash } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import { canonicalJson, fingerprintOf, type Snapshot } from '../domain/content/snapshot'
import type { FullVersion, Version, VersionCause } from '../domain/versions/version'

export const VERSIONS_TABLE = 'document_versions'
const MAX_ACTOR = 255

export type NewVersion = {
  kind: Kind
  documentId: string
  snapshot: Snapshot
  cause: VersionCause
  restoredFrom: number | null
  actor: { id: number | null; name: string | null }
  at: Date
  /** the document's own time of its last save */
  updatedAt: Date
}

type Stored = {
  number: number
  cause: VersionCause
  restored_from: number | null
  actor: string | null
  at_ms: number | string
  published_at_ms: number | string | null
  published_by: string | null
}

const LISTED = ['number', 'cause', 'restored_from', 'actor', 'at_ms', 'published_at_ms', 'published_by'] as const

const fromStored = (row: Stored): Version => ({
  number: row.number,
  cause: row.cause,
  restoredFrom: row.restored_from,
  actor: row.actor,
  at: new Date(Number(row.at_ms)),
  publishedAt: row.published_at_ms === null ? null : new Date(Number(row.published_at_ms)),
  publishedBy: row.published_by,
})

const contentOf = (snapshot: Snapshot) => createHash('sha256').update(canonicalJson(snapshot)).digest('hex')

/**
 * Joins the transaction it is called in. What says the same as the version before is no new one; a publish marks the
 * version that says what was published.
 */
export async function keepVersion(strapi: Core.Strapi, version: NewVersion): Promise<void> {
  const { kind, documentId, snapshot, cause, restoredFrom, actor, at, updatedAt } = version
  const content = contentOf(snapshot)
  const name = actor.name?.slice(0, MAX_ACTOR) ?? null
  const published = cause === 'published' ? { published_at_ms: at.getTime(), published_by: name } : {}
  await strapi.db.transaction(async ({ trx }) => {
    if (strapi.db.dialect.client === 'postgres') {
      // two saves at once would take the same number; SQLite lets one write at a time
      await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`version:${kind}:${documentId}`])
    }
    const last: { id: number; number: number; content: string } | undefined = await trx(VERSIONS_TABLE)
      .select('id', 'number', 'content')
      .where({ kind, document_id: documentId })
      .orderBy('number', 'desc')
      .first()
    if (last?.content === content) {
      if (cause === 'published') await trx(VERSIONS_TABLE).where({ id: last.id }).update(published)
      return
    }
    await trx(VERSIONS_TABLE).insert({
      ...{
        kind,
        document_id: documentId,
        number: (last?.number ?? 0) + 1,
        snapshot: JSON.stringify(snapshot),
        content,
      },
      ...{ fingerprint: fingerprintOf(snapshot), cause, restored_from: restoredFrom, actor_id: actor.id, actor: name },
      ...{ at_ms: at.getTime(), updated_at_ms: updatedAt.getTime(), ...published },
    })
  })
}

type Publication = Pick<NewVersion, 'kind' | 'documentId' | 'actor' | 'at' | 'updatedAt'>

/**
 * Marks the newest version as published, when it was kept of the save that is published. Joins the transaction it is called in.
 * @returns false when there is none: then the document has to be read
 */
export async function markPublished(strapi: Core.Strapi, publication: Publication): Promise<boolean> {
  const { kind, documentId, actor, at, updatedAt } = publication
  return strapi.db.transaction(async ({ trx }) => {
    const of = { kind, document_id: documentId }
    const marked = await trx(VERSIONS_TABLE)
      .where({ ...of, updated_at_ms: updatedAt.getTime() })
      .where('number', trx(VERSIONS_TABLE).max('number').where(of))
      .update({ published_at_ms: at.getTime(), published_by: actor.name?.slice(0, MAX_ACTOR) ?? null })
    return marked > 0
  })
}

const rowsOf = (strapi: Core.Strapi, kind: Kind, documentId: string) =>
  strapi.db.connection(VERSIONS_TABLE).where({ kind, document_id: documentId })

/** Newest first. */
export async function versionsOf(
  strapi: Core.Strapi,
  kind: Kind,
  documentId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<Version[]> {
  const rows: Stored[] = await rowsOf(strapi, kind, documentId)
    .where((query) => (before === undefined ? query : query.where('number', '<', before)))
    .select(...LISTED)
    .orderBy('number', 'desc')
    .limit(limit)
  return rows.map(fromStored)
}

async function fullVersion(found: Promise<(Stored & { snapshot: string }) | undefined>): Promise<FullVersion | null> {
  const row = await found
  return row ? { ...fromStored(row), snapshot: JSON.parse(row.snapshot) as Snapshot } : null
}

export async function versionOf(strapi: Core.Strapi, kind: Kind, documentId: string, number: number) {
  return fullVersion(
    rowsOf(strapi, kind, documentId)
      .where({ number })
      .select(...LISTED, 'snapshot')
      .first(),
  )
}

/** What the document said when a form was loaded that knows it as saved at `updatedAt`. */
export async function versionAsOf(strapi: Core.Strapi, kind: Kind, documentId: string, updatedAt: Date) {
  return fullVersion(
    rowsOf(strapi, kind, documentId)
      .where('updated_at_ms', '<=', updatedAt.getTime())
      .select(...LISTED, 'snapshot')
      .orderBy('number', 'desc')
      .first(),
  )
}

/** When the content changed last, by the document's own clock; null where no version was ever kept. Joins the transaction it is called in. */
export async function contentChangedAt(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<Date | null> {
  return strapi.db.transaction(async ({ trx }) => {
    const row: { updated_at_ms: number | string } | undefined = await trx(VERSIONS_TABLE)
      .where({ kind, document_id: documentId })
      .select('updated_at_ms')
      .orderBy('number', 'desc')
      .first()
    return row ? new Date(Number(row.updated_at_ms)) : null
  })
}
