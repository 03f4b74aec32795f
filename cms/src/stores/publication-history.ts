/** The change log read backwards: what became of a document, what was published last, what took longest. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import type { ChangeEvent } from './publication-changes'
import { failuresOfRow } from './publication-failures'

const CHANGES = 'publication_changes'
/** how far back "slowest" looks */
const RECENT = 500

export type HistoryRow = {
  sequence: number
  kind: Kind
  documentId: string
  event: ChangeEvent
  at: Date
  liveAt: Date | null
  renderMs: number | null
  pageCount: number | null
  title: string | null
  actor: string | null
}

type Stored = Record<'sequence' | 'at_ms', number | string> &
  Record<'live_at_ms', number | string | null> &
  Record<'render_ms' | 'page_count', number | null> &
  Record<'title' | 'actor' | 'pages', string | null> & { kind: Kind; document_id: string; event: ChangeEvent }

const COLUMNS = [
  ...['sequence', 'kind', 'document_id', 'event', 'at_ms', 'live_at_ms', 'render_ms', 'page_count', 'title', 'actor'],
]

const toRow = (row: Stored): HistoryRow => ({
  sequence: Number(row.sequence),
  kind: row.kind,
  documentId: row.document_id,
  event: row.event,
  at: new Date(Number(row.at_ms)),
  liveAt: row.live_at_ms === null ? null : new Date(Number(row.live_at_ms)),
  renderMs: row.render_ms,
  pageCount: row.page_count,
  title: row.title,
  actor: row.actor,
})

export type DocumentHistory = HistoryRow & { pages: string[] }

export async function lastChangeOf(strapi: Core.Strapi, kind: Kind, documentId: string) {
  const row: Stored | undefined = await strapi.db
    .connection(CHANGES)
    .select(...COLUMNS, 'pages')
    .where({ kind, document_id: documentId })
    .orderBy('sequence', 'desc')
    .first()
  return row ? ({ ...toRow(row), pages: JSON.parse(row.pages ?? '[]') } as DocumentHistory) : null
}

/** What people did; that a picture of a document got its smaller versions meanwhile is no news. */
const news = (knex: Core.Strapi['db']['connection']) =>
  knex(CHANGES)
    .select(...COLUMNS)
    .where((row) => row.whereNot({ event: 'updated' }).orWhereNotNull('actor'))

export async function lastChanges(strapi: Core.Strapi, limit: number): Promise<HistoryRow[]> {
  const rows: Stored[] = await news(strapi.db.connection).orderBy('sequence', 'desc').limit(limit)
  return rows.map(toRow)
}

/** When documents of these kinds came out for the first time, or again after they were taken down. */
export async function publicationsBetween(strapi: Core.Strapi, kinds: Kind[], from: Date, to: Date) {
  const rows: Stored[] = await strapi.db
    .connection(CHANGES)
    .select(...COLUMNS)
    .where({ event: 'published' })
    .whereIn('kind', kinds)
    .whereBetween('at_ms', [from.getTime(), to.getTime()])
    .orderBy('sequence')
  return rows.map(toRow)
}

/** Among the last changes, those that took longest from the click to the last file. */
export async function slowestChanges(strapi: Core.Strapi, limit: number): Promise<HistoryRow[]> {
  const knex = strapi.db.connection
  const recent = news(knex).orderBy('sequence', 'desc').limit(RECENT).as('recent')
  const rows: Stored[] = await knex
    .select('*')
    .from(recent)
    .whereNotNull('live_at_ms')
    .orderByRaw('live_at_ms - at_ms DESC')
    .limit(limit)
  return rows.map(toRow)
}

export type Waiting = { count: number; since: Date | null }

/** What is on its way; what fails does not wait. */
export async function waitingChanges(strapi: Core.Strapi): Promise<Waiting> {
  const knex = strapi.db.connection
  const row: { count?: number | string; since?: number | string | null } | undefined = await knex(CHANGES)
    .whereNull('live_at_ms')
    .whereNotExists(failuresOfRow(knex, CHANGES))
    .count({ count: '*' })
    .min({ since: 'at_ms' })
    .first()
  return { count: Number(row?.count ?? 0), since: row?.since == null ? null : new Date(Number(row.since)) }
}

/** The last known titles of documents, also of those that are gone. */
export async function titlesOf(strapi: Core.Strapi, documentIds: string[]): Promise<Map<string, string>> {
  if (documentIds.length === 0) return new Map()
  const rows: { document_id: string; title: string }[] = await strapi.db
    .connection(CHANGES)
    .select('document_id', 'title')
    .whereIn('document_id', documentIds)
    .whereNotNull('title')
    .orderBy('sequence')
  return new Map(rows.map((row) => [row.document_id, row.title]))
}
