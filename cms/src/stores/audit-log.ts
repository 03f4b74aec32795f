/**
 * The audit log. An act leaves its row in `audit_pending`, in the transaction of the act: one insert, no lock. Afterwards such
 * rows get their place in the chain, a few at a time, while the head is locked: numbers without gaps, one chain, whatever
 * number of processes write.
 */
import type { Core } from '@strapi/types'
import { chained, type Link } from '../domain/audit/chain'
import type { AuditRow, PendingRow } from '../domain/audit/entry'

export const AUDIT_LOG = 'audit_log'
const PENDING = 'audit_pending'
const HEAD = 'audit_head'
/** SQLite takes 999 values a statement at least */
const SEALED_AT_ONCE = 40

type StoredHead = { sequence: number | string; hash: string; archived_to: number | string }
export type Head = Link & { archivedTo: number }

export const COLUMNS = [
  ...['sequence', 'at_ms', 'actor_kind', 'actor_id', 'actor_name', 'actor_email', 'roles', 'ip', 'user_agent'],
  ...['act', 'subject_uid', 'subject_id', 'subject_title', 'before', 'after', 'result', 'code', 'prev_hash', 'hash'],
] as (keyof AuditRow)[]

/** PostgreSQL gives bigints as strings. */
export const fromStored = (row: AuditRow): AuditRow => ({
  ...row,
  sequence: Number(row.sequence),
  at_ms: Number(row.at_ms),
})

/** Joins the transaction it is called in. */
export async function addPending(strapi: Core.Strapi, row: PendingRow) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(PENDING).insert(row)
  })
}

/** Joins the transaction it is called in. */
export async function addAllPending(strapi: Core.Strapi, rows: readonly PendingRow[]) {
  await strapi.db.transaction(async ({ trx }) => {
    for (let from = 0; from < rows.length; from += SEALED_AT_ONCE)
      await trx(PENDING).insert(rows.slice(from, from + SEALED_AT_ONCE))
  })
}

/** @returns how many rows found their place; call again while there are any. Not within another transaction */
export async function sealPending(strapi: Core.Strapi): Promise<number> {
  const waiting = await strapi.db.connection(PENDING).first('id')
  if (!waiting) return 0
  return strapi.db.transaction(async ({ trx }) => {
    // the update locks the row until the commit
    const [head]: StoredHead[] = await trx(HEAD)
      .where({ id: 1 })
      .update({ sequence: trx.ref('sequence') })
      .returning(['sequence', 'hash'])
    const pending: (PendingRow & { id: number })[] = await trx(PENDING).orderBy('id').limit(SEALED_AT_ONCE)
    let last: Link = { sequence: Number(head.sequence), hash: head.hash }
    const rows = pending.map(({ id: _id, ...row }) => {
      const next = chained({ ...row, at_ms: Number(row.at_ms) }, last)
      last = next
      return next
    })
    if (rows.length === 0) return 0
    await trx(AUDIT_LOG).insert(rows)
    await trx(HEAD).where({ id: 1 }).update({ sequence: last.sequence, hash: last.hash })
    await trx(PENDING)
      .whereIn(
        'id',
        pending.map(({ id }) => id),
      )
      .delete()
    return rows.length
  })
}

export async function readHead(strapi: Core.Strapi): Promise<Head> {
  const head: StoredHead = await strapi.db.connection(HEAD).where({ id: 1 }).first()
  return { sequence: Number(head.sequence), hash: head.hash, archivedTo: Number(head.archived_to) }
}

/** In order, from the row after `sequence`. */
export async function auditRowsAfter(strapi: Core.Strapi, sequence: number, limit: number): Promise<AuditRow[]> {
  const rows: AuditRow[] = await strapi.db
    .connection(AUDIT_LOG)
    .select(COLUMNS)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
  return rows.map(fromStored)
}
