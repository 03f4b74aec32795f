/** The change log: one row for every change of what the public can see, numbered without gaps. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import { nextNumber } from './counters'

export const changeEvents = ['published', 'updated', 'moved', 'unpublished', 'deleted', 'retried'] as const
export type ChangeEvent = (typeof changeEvents)[number]
export type ChangeRow = { sequence: number; kind: Kind; documentId: string; event: ChangeEvent; at: Date }
export type LiveReport = { sequence: number; durationMs: number; pages: number; error: string | null }

const TABLE = 'publication_changes'

type Stored = { sequence: number | string; kind: Kind; document_id: string; event: ChangeEvent; at_ms: number | string }

/** Must run inside the transaction that changes the document. */
export async function appendChange(strapi: Core.Strapi, change: Omit<ChangeRow, 'sequence'>): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    const sequence = await nextNumber(strapi, 'publication')
    const { kind, documentId, event, at } = change
    await trx(TABLE).insert({ sequence, kind, document_id: documentId, event, at_ms: at.getTime() })
    return sequence
  })
}

export async function changesAfter(strapi: Core.Strapi, sequence: number, limit: number): Promise<ChangeRow[]> {
  const rows: Stored[] = await strapi.db
    .connection(TABLE)
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

/** Marks everything up to `report.sequence` as live, or says why it is not. */
export async function recordLive(strapi: Core.Strapi, report: LiveReport, now: Date): Promise<number> {
  const waiting = strapi.db.connection(TABLE).where('sequence', '<=', report.sequence).whereNull('live_at_ms')
  if (report.error !== null) return waiting.update({ error: report.error })
  return waiting.update({
    live_at_ms: now.getTime(),
    render_ms: report.durationMs,
    page_count: report.pages,
    error: null,
  })
}
