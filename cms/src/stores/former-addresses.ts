/** Where public documents stood before, so that the site leads old links to where they stand now. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'

/** `column` is the documentId of the column, or null for what stands in none: free pages and columns themselves. */
export type Address = { column: string | null; slug: string }
export type FormerAddress = Address & { leftAt: string }

const TABLE = 'former_addresses'
const NO_COLUMN = ''
/** SQLite takes at most 999 values in one query on old builds. */
const IDS_PER_QUERY = 500

type Stored = { document_id: string; column_document_id: string; slug: string; left_at_ms: number | string }

/** Must run inside the transaction that moves the document. */
export async function rememberAddress(strapi: Core.Strapi, kind: Kind, documentId: string, left: Address, at: Date) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(TABLE)
      .insert({
        kind,
        document_id: documentId,
        column_document_id: left.column ?? NO_COLUMN,
        slug: left.slug,
        left_at_ms: at.getTime(),
      })
      .onConflict(['kind', 'document_id', 'column_document_id', 'slug'])
      .merge(['left_at_ms'])
  })
}

/** A deleted document comes back no more: its old addresses are free. */
export async function forgetAddresses(strapi: Core.Strapi, kind: Kind, documentId: string) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(TABLE).where({ kind, document_id: documentId }).delete()
  })
}

/** By documentId, the one left last first. A document that came back to an address has it here, too. */
export async function loadFormerAddresses(strapi: Core.Strapi, kind: Kind, documentIds: string[]) {
  const found = new Map<string, FormerAddress[]>()
  for (let start = 0; start < documentIds.length; start += IDS_PER_QUERY) {
    const rows: Stored[] = await strapi.db
      .connection(TABLE)
      .where({ kind })
      .whereIn('document_id', documentIds.slice(start, start + IDS_PER_QUERY))
      .orderBy([
        { column: 'left_at_ms', order: 'desc' },
        { column: 'column_document_id', order: 'asc' },
        { column: 'slug', order: 'asc' },
      ])
    for (const row of rows) {
      const address = {
        column: row.column_document_id === NO_COLUMN ? null : row.column_document_id,
        slug: row.slug,
        leftAt: new Date(Number(row.left_at_ms)).toISOString(),
      }
      found.set(row.document_id, [...(found.get(row.document_id) ?? []), address])
    }
  }
  return found
}
