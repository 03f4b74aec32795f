/** Takes changes into the read model, all or nothing. */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../sqlite/in-transaction.ts'
import { addressOf } from '../src/content/document-address.ts'
import { type Change, documentSchemas } from '../src/content/documents.ts'
import { storedDocument } from '../src/content/read-model.ts'
import { alter } from './alter.ts'
import type { Journal } from './journal.ts'

export type TakenChange = Change & {
  /** when its answer arrived here */
  takenAtMs: number
}
export type Rejected = { kind: string; documentId: string; reason: string }

const idOf = ({ kind, documentId }: Change) => `${kind} ${documentId}`

/** Several changes of one document carry the same present state: one of them is enough. */
const byDocument = (changes: readonly TakenChange[]) => [...Map.groupBy(changes, idOf).values()]

function rejection(change: Change): string | null {
  if (change.document === null) return null
  const parsed = documentSchemas[change.kind].safeParse(change.document)
  return parsed.success
    ? null
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}

/** A document in a shape we do not know must not stop the others: the last good one stays, the new one waits aside. */
function putAside(database: DatabaseSync, journal: Journal, { kind, documentId, document }: Change, reason: string) {
  journal.quarantine({
    ...{ kind, documentId, json: JSON.stringify(document), address: '', code: 'INVALID_DOCUMENT' },
    ...{ reason, oldStands: storedDocument(database, kind, documentId) !== null },
  })
}

/** Whatever failed is tried again, and the page of this document even if it stands. */
function retry(database: DatabaseSync, journal: Journal, change: Change): string[] {
  const own = addressOf(database, change.kind, change.documentId)
  const again = [...(own === null ? [] : [own]), ...journal.failedPages(), ...journal.pagesMissingMedia()]
  for (const address of again) journal.addPending(address)
  return again
}

type Group = { group: TakenChange[]; last: TakenChange; reason: string | null }

/** @param changes in the order of their sequence, at least one */
export function applyChanges(database: DatabaseSync, journal: Journal, changes: readonly TakenChange[]): Rejected[] {
  const groups = byDocument(changes).map((group): Group => {
    const last = group.at(-1) as TakenChange
    return { group, last, reason: rejection(last) }
  })
  const good = groups.filter(({ reason }) => reason === null)
  const bad = groups.filter(({ reason }) => reason !== null)
  inTransaction(database, () => {
    const { pagesOf } = alter(
      database,
      journal,
      good.map(({ last }) => last),
    )
    for (const { last, reason } of bad) putAside(database, journal, last, String(reason))
    for (const [index, { group }] of [...good, ...bad].entries())
      for (const change of group) {
        const retried = change.event === 'retried' ? retry(database, journal, change) : []
        journal.takeChange(change.sequence, change.takenAtMs, [...(pagesOf[index] ?? []), ...retried])
      }
    journal.set('cursor', String(changes.at(-1)?.sequence ?? 0))
  })
  return bad.map(({ last, reason }) => ({ kind: last.kind, documentId: last.documentId, reason: String(reason) }))
}
