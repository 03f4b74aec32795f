/** Pages that fail now, as the publisher told last. */
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import type { Kind } from '../domain/content/kinds'
import type { FailureCode, LiveFailure } from '../domain/publication/live-report'

const FAILURES = 'publication_failures'

/** when every page fails, the first ones say why */
const MAX_KEPT = 500
const CHUNK = 100

export type Failure = LiveFailure & { code: FailureCode; since: Date }

type Stored = {
  kind: string | null
  document_id: string | null
  address: string
  code: FailureCode
  reason: string
  old_stands: boolean | number
  since_ms: number | string
}

const toFailure = (row: Stored): Failure => ({
  kind: row.kind,
  documentId: row.document_id,
  address: row.address,
  code: row.code,
  reason: row.reason,
  oldStands: Boolean(row.old_stands),
  since: new Date(Number(row.since_ms)),
})

const idOf = ({ kind, documentId, address, code }: LiveFailure) => JSON.stringify([kind, documentId, address, code])

const toRow = (failure: LiveFailure, since: Date): Stored => ({
  kind: failure.kind,
  document_id: failure.documentId,
  address: failure.address,
  code: failure.code,
  reason: failure.reason,
  old_stands: failure.oldStands,
  since_ms: since.getTime(),
})

/** The new list takes the place of the old; what failed before keeps the time since when it does. */
export async function replaceFailures(trx: Knex.Transaction, failures: LiveFailure[], now: Date): Promise<void> {
  const stored: Stored[] = await trx(FAILURES).select('*')
  if (stored.length === 0 && failures.length === 0) return
  const since = new Map(stored.map(toFailure).map((failure) => [idOf(failure), failure.since]))
  const rows = failures.slice(0, MAX_KEPT).map((failure) => toRow(failure, since.get(idOf(failure)) ?? now))
  await trx(FAILURES).del()
  for (let from = 0; from < rows.length; from += CHUNK) await trx(FAILURES).insert(rows.slice(from, from + CHUNK))
}

/** Within a query over `changes`: what fails of the document that the row is about. */
export const failuresOfRow = (knex: Knex, changes: string) =>
  knex(FAILURES)
    .select(knex.raw('1'))
    .whereRaw('?? = ??', [`${FAILURES}.kind`, `${changes}.kind`])
    .whereRaw('?? = ??', [`${FAILURES}.document_id`, `${changes}.document_id`])

export async function failuresOf(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<Failure[]> {
  const rows: Stored[] = await strapi.db
    .connection(FAILURES)
    .where({ kind, document_id: documentId })
    .orderBy('address')
  return rows.map(toFailure)
}

export async function allFailures(strapi: Core.Strapi): Promise<Failure[]> {
  const rows: Stored[] = await strapi.db.connection(FAILURES).orderBy('since_ms').orderBy('address')
  return rows.map(toFailure)
}
