/** Takes changes into the read model and notes every page that must be looked at again, in one transaction. */
import type { DatabaseSync } from 'node:sqlite'
import { addressesOf, addressOf, columnAddresses } from '../src/content/addresses.ts'
import { affectedBy, affectedKeys } from '../src/content/affected.ts'
import { isPostKind } from '../src/content/cards.ts'
import { type Change, documentSchemas } from '../src/content/documents.ts'
import { keys } from '../src/content/keys.ts'
import { removeDocument, storeDocument, storedDocument } from '../src/content/read-model.ts'
import { inTransaction, type Journal } from './journal.ts'

/** Every page reads these: a change of them is a new release. */
const EVERYWHERE: readonly string[] = [keys.settings, keys.columns]

export type Applied = { sequence: number; everywhere: boolean; rejected: { documentId: string; reason: string }[] }

const idOf = ({ kind, documentId }: Change) => `${kind} ${documentId}`

/** Several changes of one document carry the same present state: one of them is enough. */
const lastOfEach = (changes: Change[]) => [...new Map(changes.map((change) => [idOf(change), change])).values()]

function columnIdsOf(database: DatabaseSync, changes: Change[]): Set<string> {
  const ids = new Set<string>()
  for (const { kind, documentId, document } of changes) {
    if (!isPostKind(kind)) continue
    const before = storedDocument(database, kind, documentId)
    const column = (document as { column?: unknown } | null)?.column
    for (const id of [before?.column, column]) if (typeof id === 'string') ids.add(id)
  }
  return ids
}

function addressesAround(database: DatabaseSync, changes: Change[], columnIds: Set<string>): Set<string> {
  const addresses = new Set<string>()
  for (const { kind, documentId } of changes) {
    const own = kind === 'column' ? addressesOf(database, kind, documentId) : [addressOf(database, kind, documentId)]
    for (const address of own) if (address !== null) addresses.add(address)
  }
  for (const columnId of columnIds) for (const address of columnAddresses(database, columnId)) addresses.add(address)
  return addresses
}

function applyOne(database: DatabaseSync, change: Change): Set<string> {
  const before = affectedBy(database, change.kind, change.documentId)
  if (change.document === null) removeDocument(database, change.kind, change.documentId)
  else storeDocument(database, change.kind, change.document)
  return affectedKeys(before, affectedBy(database, change.kind, change.documentId))
}

/** A document in a shape we do not know must not stop the others: the last good one stays, and the log says why. */
function rejection(change: Change): string | null {
  if (change.document === null) return null
  const parsed = documentSchemas[change.kind].safeParse(change.document)
  return parsed.success
    ? null
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}

export function applyChanges(database: DatabaseSync, journal: Journal, changes: Change[]): Applied {
  const rejected: Applied['rejected'] = []
  const distinct = lastOfEach(changes).filter((change) => {
    const reason = rejection(change)
    if (reason) rejected.push({ documentId: change.documentId, reason })
    return reason === null
  })
  return inTransaction(database, () => {
    const columnIds = columnIdsOf(database, distinct)
    const existed = addressesAround(database, distinct, columnIds)
    const touched = new Set(distinct.flatMap((change) => [...applyOne(database, change)]))
    const exist = addressesAround(database, distinct, columnIds)
    const pending = new Set([...touched].flatMap((key) => journal.readersOf(key)))
    for (const address of existed.symmetricDifference(exist)) pending.add(address)
    for (const address of pending) journal.addPending(address)
    const sequence = changes.at(-1)?.sequence ?? 0
    journal.set('cursor', String(sequence))
    return { sequence, everywhere: EVERYWHERE.some((key) => touched.has(key)), rejected }
  })
}
