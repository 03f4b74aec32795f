/** What readers say is wrong on pages, until it is mended and for a while after. */
import type { Core } from '@strapi/types'
import { type ContentUid, type Kind, uidOf } from '../domain/content/kinds'
import type { ReaderReport, ReportState } from '../domain/reports/report'
import type { NamedPage } from './named-pages'

const TABLE = 'page_reports'

export type PageReport = {
  id: number
  at: Date
  address: string
  title: string
  document: { uid: ContentUid; documentId: string } | null
  problem: string
  quote: string
  contact: string
  state: ReportState
  note: string
  done: { at: Date; by: string } | null
}

type Stored = {
  id: number
  at_ms: number | string
  address: string
  title: string
  kind: Kind | null
  document_id: string | null
  problem: string
  quote: string
  contact: string
  state: ReportState
  note: string
  done_at_ms: number | string | null
  done_by: string | null
}

const read = ({ id, address, title, problem, quote, contact, state, note, ...row }: Stored): PageReport => ({
  ...{ id, address, title, problem, quote, contact, state, note, at: new Date(Number(row.at_ms)) },
  document: row.kind && row.document_id ? { uid: uidOf(row.kind), documentId: row.document_id } : null,
  done: row.done_at_ms === null ? null : { at: new Date(Number(row.done_at_ms)), by: row.done_by ?? '' },
})

const idOf = (rows: ({ id: number } | number)[]): number => {
  const [row] = rows
  return typeof row === 'object' ? row.id : Number(row)
}

/** Joins the transaction it is called in. */
export async function addReport(strapi: Core.Strapi, report: ReaderReport, page: NamedPage, at: Date): Promise<number> {
  const { page: address, problem, quote, contact } = report
  const { kind = null, documentId: document_id = null } = page.document ?? {}
  const row = { address, problem, quote, contact, title: page.title, kind, document_id }
  return strapi.db.transaction(async ({ trx }) =>
    idOf(
      await trx(TABLE)
        .insert({ ...row, at_ms: at.getTime(), state: 'open', note: '' })
        .returning('id'),
    ),
  )
}

/** How many wait, of one page or of all, with these words or any. Joins the transaction it is called in. */
export async function openReports(strapi: Core.Strapi, which: { address?: string; problem?: string } = {}) {
  const counted: { count?: number | string } | undefined = await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .where({ state: 'open', ...which })
      .count({ count: '*' })
      .first(),
  )
  return Number(counted?.count ?? 0)
}

/** The latest first. */
export async function listReports(strapi: Core.Strapi, state: ReportState, offset: number, limit: number) {
  const rows: Stored[] = await strapi.db
    .connection(TABLE)
    .where({ state })
    .orderBy([
      { column: state === 'done' ? 'done_at_ms' : 'at_ms', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .offset(offset)
    .limit(limit)
  const counted: { count?: number | string } | undefined = await strapi.db
    .connection(TABLE)
    .where({ state })
    .count({ count: '*' })
    .first()
  return { reports: rows.map(read), total: Number(counted?.count ?? 0) }
}

/** @returns false where it was done already, or is gone */
export async function markDone(strapi: Core.Strapi, id: number, note: string, by: string, at: Date): Promise<boolean> {
  const changed: number = await strapi.db
    .connection(TABLE)
    .where({ id, state: 'open' })
    .update({ state: 'done', note, done_by: by, done_at_ms: at.getTime() })
  return changed > 0
}

/** @returns false where it is open already, or is gone */
export async function reopen(strapi: Core.Strapi, id: number): Promise<boolean> {
  const changed: number = await strapi.db
    .connection(TABLE)
    .where({ id, state: 'done' })
    .update({ state: 'open', done_by: null, done_at_ms: null })
  return changed > 0
}

export async function deleteReport(strapi: Core.Strapi, id: number): Promise<boolean> {
  return (await strapi.db.connection(TABLE).where({ id }).delete()) > 0
}

/** What waits is never forgotten. */
export async function forgetDoneReports(strapi: Core.Strapi, doneBefore: Date): Promise<number> {
  return strapi.db.connection(TABLE).where({ state: 'done' }).where('done_at_ms', '<', doneBefore.getTime()).delete()
}
