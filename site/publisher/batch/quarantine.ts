/** A new document whose own page cannot be made leaves the read model: nothing may link to a page that is not there. */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import { documentSchemas } from '../../src/content/documents.ts'
import { alter } from '../alter.ts'
import type { Journal } from '../journal.ts'
import type { FailedPage } from './make-page.ts'
import { ownerOf } from './owner.ts'

type Context = { database: DatabaseSync; journal: Journal }

/**
 * Puts the document behind a failed new page aside; its last good version takes its place where there is one.
 * @returns the keys whose readers must render again, null when the page belongs to no document
 */
export function quarantineOwner({ database, journal }: Context, failed: FailedPage): Set<string> | null {
  const owner = ownerOf(database, failed.address)
  if (!owner) return null
  const { kind, documentId, json } = owner
  return inTransaction(database, () => {
    const lastGood = journal.lastGood(kind, documentId)
    const document = lastGood === null || lastGood === json ? null : JSON.parse(lastGood)
    const { touched } = alter(database, journal, [{ kind, documentId, document }])
    const { address, code, reason } = failed
    journal.quarantine({ kind, documentId, json, address, code, reason, oldStands: document !== null })
    return touched
  })
}

/** Every document that waits is in the read model again. To be called within a transaction. */
export function retryQuarantined(database: DatabaseSync, journal: Journal): void {
  for (const { kind, documentId, json } of journal.quarantined(Number.MAX_SAFE_INTEGER)) {
    const parsed = documentSchemas[kind].safeParse(JSON.parse(json))
    if (parsed.success) alter(database, journal, [{ kind, documentId, document: parsed.data }])
  }
}
