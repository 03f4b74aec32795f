/** The change log: one row for every change of what the public can see, numbered without gaps. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import { nextNumber } from './counters'

export const changeEvents = ['published', 'updated', 'moved', 'unpublished', 'deleted', 'retried'] as const
export type ChangeEvent = (typeof changeEvents)[number]
export type ChangeRow = { sequence: number; kind: Kind; documentId: string; event: ChangeEvent; at: Date }
export type NewChange = Omit<ChangeRow, 'sequence'> & {
  /** as people know the document, and who changed it where that is known: for the desk alone */
  title: string | null
  actor: string | null
}

type Stored = { sequence: number | string; kind: Kind; document_id: string; event: ChangeEvent; at_ms: number | string }

const TABLE = 'publication_changes'
/** of `title` and `actor` */
const MAX_TEXT = 255

/** Must run inside the transaction that changes the document. */
export async function appendChange(strapi: Core.Strapi, change: NewChange): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    const sequence = await nextNumber(strapi, 'publication')
    const { kind, documentId, event, at, title, actor } = change
    await trx(TABLE).insert({
      ...{ sequence, kind, document_id: documentId, event, at_ms: at.getTime() },
      ...{ title: title?.slice(0, MAX_TEXT), actor: actor?.slice(0, MAX_TEXT) },
    })
    return sequence
  })
}

export async function changesAfter(strapi: Core.Strapi, sequence: number, limit: number): Promise<ChangeRow[]> {
  const rows: Stored[] = await strapi.db
    .connection(TABLE)
    .select('sequence', 'kind', 'document_id', 'event', 'at_ms')
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    kind: row.kind,
    documentId: row.document_id,
    event: row.event,
    at: new Date(Number(row.at_ms)),
  }))
}

export async function latestSequence(strapi: Core.Strapi): Promise<number> {
  const row: { latest?: number | string | null } | undefined = await strapi.db
    .connection(TABLE)
    .max({ latest: 'sequence' })
    .first()
  return Number(row?.latest ?? 0)
}
