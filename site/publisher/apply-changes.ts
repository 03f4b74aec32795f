/** Takes changes into the read model and notes every page that must be looked at again, in one transaction. */
import type { DatabaseSync } from 'node:sqlite'
import { type Change, documentSchemas } from '../src/content/documents.ts'
import { keys } from '../src/content/keys.ts'
import { takeChange } from '../src/content/take-change.ts'
import { inTransaction, type Journal } from './journal.ts'

/** Every page reads these: a change of them is a new release. */
const EVERYWHERE: readonly string[] = [keys.settings, keys.columns]

export type Applied = { sequence: number; everywhere: boolean; rejected: { documentId: string; reason: string }[] }

const idOf = ({ kind, documentId }: Change) => `${kind} ${documentId}`

/** Several changes of one document carry the same present state: one of them is enough. */
const lastOfEach = (changes: Change[]) => [...new Map(changes.map((change) => [idOf(change), change])).values()]

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
    const taken = distinct.map((change) => takeChange(database, change))
    const touched = new Set(taken.flatMap(({ keys }) => [...keys]))
    const pending = new Set([...touched].flatMap((key) => journal.readersOf(key)))
    for (const { addresses } of taken) for (const address of addresses) pending.add(address)
    for (const address of pending) journal.addPending(address)
    const sequence = changes.at(-1)?.sequence ?? 0
    journal.set('cursor', String(sequence))
    const everywhere = EVERYWHERE.some((key) => touched.has(key))
    // kept with the change: a publisher that is killed now renders everything at its next start
    if (everywhere) journal.set('build', 'outdated')
    return { sequence, everywhere, rejected }
  })
}
