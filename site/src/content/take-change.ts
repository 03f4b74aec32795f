/** One change of the CMS, taken into the read model: which keys it touches, which addresses come, go or change hands. */
import type { DatabaseSync } from 'node:sqlite'
import { addressesOf, archiveAddresses, archiveExtent } from './addresses.ts'
import { affectedBy, affectedKeys } from './affected.ts'
import { isPostKind } from './cards.ts'
import { addressOf } from './document-address.ts'
import type { Change, Kind } from './documents.ts'
import { removeDocument, storeDocument } from './read-model.ts'
import { statement } from './reads.ts'
import { addressesOfMonth, monthOf } from './sitemap.ts'

export interface Taken {
  /** dependency keys whose readers must render again */
  keys: Set<string>
  /** to be rendered whoever read what: pages that may be new or gone */
  addresses: Set<string>
}

const columnOf = (database: DatabaseSync, kind: Kind, documentId: string): string | null => {
  const row = statement(database, 'SELECT column_id FROM documents WHERE kind = ? AND document_id = ?').get(
    kind,
    documentId,
  )
  return row?.column_id == null ? null : String(row.column_id)
}

const columnsOf = (
  database: DatabaseSync,
  { kind, documentId, document }: Pick<Change, 'kind' | 'documentId' | 'document'>,
) => {
  if (!isPostKind(kind)) return []
  const after = (document as { column?: unknown } | null)?.column
  const ids = [columnOf(database, kind, documentId), after].filter((id) => typeof id === 'string')
  return [...new Set(ids)]
}

/** Months of the sitemap in which the post stood or will stand. */
const monthsOf = (
  database: DatabaseSync,
  { kind, documentId, document }: Pick<Change, 'kind' | 'documentId' | 'document'>,
): string[] => {
  if (!isPostKind(kind)) return []
  const stored = statement(database, 'SELECT display_date FROM documents WHERE kind = ? AND document_id = ?').get(
    kind,
    documentId,
  )
  const after = (document as { displayDate?: unknown } | null)?.displayDate
  const dates = [stored?.display_date, after].filter(
    (date) => typeof date === 'string' && !Number.isNaN(Date.parse(date)),
  )
  return [...new Set(dates.map((displayDate) => monthOf({ displayDate: String(displayDate) })))]
}

/**
 * Call it inside a transaction.
 * @throws ZodError when the document does not have the shape of its kind; nothing is changed then
 */
export const takeChange = (database: DatabaseSync, change: Pick<Change, 'kind' | 'documentId' | 'document'>): Taken => {
  const { kind, documentId, document } = change
  const columnIds = columnsOf(database, change)
  const months = monthsOf(database, change)
  const look = () => ({
    affected: affectedBy(database, kind, documentId),
    addresses: new Set([
      ...addressesOf(database, kind, documentId),
      ...months.flatMap((month) => addressesOfMonth(database, month)),
    ]),
    extents: columnIds.map((id) => archiveExtent(database, id)),
  })
  const before = look()
  if (document === null) removeDocument(database, kind, documentId)
  else storeDocument(database, kind, document)
  const after = look()
  const addresses = before.addresses.symmetricDifference(after.addresses)
  for (const [index, columnId] of columnIds.entries()) {
    const extents = [before.extents[index] ?? 0, after.extents[index] ?? 0]
    const moved = archiveAddresses(database, columnId, Math.min(...extents) + 1, Math.max(...extents))
    for (const address of moved) addresses.add(address)
  }
  // A file behind an unchanged address may be another one now.
  const own = isPostKind(kind) || kind === 'page' ? addressOf(database, kind, documentId) : null
  if (own !== null) addresses.add(own)
  return { keys: affectedKeys(before.affected, after.affected), addresses }
}
