/** A piece as its review sees it: the draft as it is now, what was done to it, and what its column asks for. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../domain/content/kinds'
import { fingerprintOf } from '../domain/content/snapshot'
import { titleOf } from '../domain/content/titles'
import type { ReviewAct } from '../domain/review/acts'
import { type ColumnLevels, type Level, REVIEWED_KINDS, requiredLevels } from '../domain/review/levels'
import { type Review, resolveReview } from '../domain/review/state'
import { loadActs } from './review-acts'
import { authorIds } from './review-authors'
import { readSnapshot } from './snapshots'

export type KnownReview = {
  kind: Kind
  documentId: string
  title: string | null
  columnId: string | null
  fingerprint: string
  acts: ReviewAct[]
  review: Review
  /** ids of accounts */
  authors: number[]
}

export async function loadColumnLevels(strapi: Core.Strapi): Promise<ColumnLevels[]> {
  return strapi.db.query('api::column.column').findMany({ select: ['documentId', 'kind', 'reviewLevels'] })
}

const standsInColumn = (strapi: Core.Strapi, kind: Kind) => 'column' in strapi.contentType(uidOf(kind)).attributes

async function columnOf(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<string | null> {
  if (!standsInColumn(strapi, kind)) return null
  const row: { column?: { documentId: string } | null } | null = await strapi.db.query(uidOf(kind)).findOne({
    select: ['id'],
    where: { documentId, publishedAt: null },
    populate: { column: { select: ['documentId'] } },
  })
  return row?.column?.documentId ?? null
}

export async function requiredOf(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<Level[]> {
  if (!REVIEWED_KINDS.has(kind)) return []
  return requiredLevels(kind, await columnOf(strapi, kind, documentId), await loadColumnLevels(strapi))
}

const lastPublished = (acts: readonly ReviewAct[]) =>
  acts.findLast(({ act }) => act === 'published' || act === 'publishedUrgently')?.at ?? null

/** @returns null for a kind that is not reviewed, and where there is no draft */
export async function loadReview(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<KnownReview | null> {
  if (!REVIEWED_KINDS.has(kind)) return null
  const draft = await readSnapshot(strapi, kind, documentId, 'draft')
  if (!draft) return null
  const fingerprint = fingerprintOf(draft)
  const columnId = typeof draft.column === 'string' ? draft.column : null
  const required = requiredLevels(kind, columnId, await loadColumnLevels(strapi))
  const acts = await loadActs(strapi, kind, documentId)
  const review = resolveReview(acts, fingerprint, required)
  const submitter = review.round?.submission.actor.id
  const edited = await authorIds(strapi, kind, documentId, lastPublished(acts))
  const authors = [...new Set([...edited, ...(typeof submitter === 'number' ? [submitter] : [])])]
  return { ...{ kind, documentId, title: titleOf(kind, draft), columnId, fingerprint }, acts, review, authors }
}

/** Nobody changes the draft until the transaction ends; SQLite has one writer anyway. */
export async function lockDraft(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<void> {
  const { collectionName } = strapi.contentType(uidOf(kind))
  await strapi.db.transaction(({ trx }) =>
    trx(collectionName as string)
      .select('id')
      .where({ document_id: documentId })
      .whereNull('published_at')
      .forUpdate(),
  )
}

/** Whether this very version is what the public sees. */
export async function isPublicAsIs(strapi: Core.Strapi, { kind, documentId, fingerprint, review }: KnownReview) {
  const published = await readSnapshot(strapi, kind, documentId, 'published')
  // a relation to something that is not public is missing in the published row: then the last act tells
  return published !== null && [fingerprintOf(published), review.publishedFingerprint].includes(fingerprint)
}
