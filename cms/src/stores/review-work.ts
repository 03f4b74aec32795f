/** What the work lists show of each piece: its present place, derived from its acts and kept beside them. */
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import type { Kind } from '../domain/content/kinds'

const TABLE = 'review_work'

export type WorkStatus = 'open' | 'returned' | 'withdrawn' | 'invalidated' | 'published' | 'permitted'

export type Work = {
  kind: Kind
  documentId: string
  status: WorkStatus
  title: string | null
  columnId: string | null
  submitterId: number | null
  submitterName: string | null
  approverIds: number[]
  authorIds: number[]
  isUrgent: boolean
  at: Date
}

type Stored = {
  kind: Kind
  document_id: string
  status: WorkStatus
  title: string | null
  column_document_id: string | null
  submitter_id: number | null
  submitter_name: string | null
  approver_ids: string
  author_ids: string
  is_urgent: boolean | number
  at_ms: number | string
}

const fromRow = (row: Stored): Work => ({
  ...{ kind: row.kind, documentId: row.document_id, status: row.status, title: row.title },
  ...{ columnId: row.column_document_id, submitterId: row.submitter_id, submitterName: row.submitter_name },
  approverIds: JSON.parse(row.approver_ids) as number[],
  authorIds: JSON.parse(row.author_ids) as number[],
  isUrgent: Boolean(row.is_urgent),
  at: new Date(Number(row.at_ms)),
})

/** Joins the transaction of the act. */
export async function putWork(strapi: Core.Strapi, work: Work): Promise<void> {
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .insert({
        ...{ kind: work.kind, document_id: work.documentId, status: work.status, title: work.title },
        ...{ column_document_id: work.columnId, submitter_id: work.submitterId, submitter_name: work.submitterName },
        approver_ids: JSON.stringify(work.approverIds),
        author_ids: JSON.stringify(work.authorIds),
        ...{ is_urgent: work.isUrgent, at_ms: work.at.getTime() },
      })
      .onConflict(['kind', 'document_id'])
      .merge(),
  )
}

/** Of a deleted document; its acts stay. */
export async function dropWork(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<void> {
  await strapi.db.transaction(({ trx }) => trx(TABLE).where({ kind, document_id: documentId }).delete())
}

/** Pieces in an open round, the longest waiting first. */
export async function openWork(strapi: Core.Strapi, limit: number): Promise<Work[]> {
  const rows: Stored[] = await strapi.db
    .connection(TABLE)
    .where({ status: 'open' })
    .orderBy([{ column: 'at_ms' }, { column: 'document_id' }])
    .limit(limit)
  return rows.map(fromRow)
}

export type Page = { page: number; pageSize: number }

/** What somebody submitted, the latest first. */
export async function submittedWork(
  strapi: Core.Strapi,
  userId: number,
  statuses: readonly WorkStatus[] | null,
  { page, pageSize }: Page,
): Promise<{ rows: Work[]; total: number }> {
  const chosen = (): Knex.QueryBuilder => {
    const query = strapi.db.connection(TABLE).where({ submitter_id: userId })
    return statuses ? query.whereIn('status', [...statuses]) : query
  }
  const counted: { count?: number | string } | undefined = await chosen().count({ count: '*' }).first()
  const rows: Stored[] = await chosen()
    .orderBy([{ column: 'at_ms', order: 'desc' }, { column: 'document_id' }])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  return { rows: rows.map(fromRow), total: Number(counted?.count ?? 0) }
}
