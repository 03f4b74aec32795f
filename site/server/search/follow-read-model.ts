/** Keeps the index in step with the read model, a few documents at a time, so that questions are answered in between. */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import { addressOf } from '../../src/content/document-address.ts'
import type { Kind } from '../../src/content/documents.ts'
import { statement } from '../../src/content/reads.ts'
import { takeDocument } from './index-posts.ts'

const DOCUMENTS_A_STEP = 20
/** A document is found when its page stands; one whose page is long in coming is found before. */
const PATIENCE_MS = 1000

type Change = { sequence: number; kind: Kind; documentId: string }
export type Followed = { log: string; sequence: number }
type Parts = {
  index: DatabaseSync
  readModel: DatabaseSync
  /** once the index has it */
  onChange: (id: number) => void
  now: () => number
}

export const followedBy = (index: DatabaseSync): Followed | null => {
  const row = statement(index, 'SELECT log, sequence FROM followed').get()
  return row ? { log: String(row.log), sequence: Number(row.sequence) } : null
}

const hasTable = (database: DatabaseSync, name: string) =>
  statement(database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined

export function latestOf(readModel: DatabaseSync): Followed | null {
  if (!hasTable(readModel, 'document_log_name')) return null
  const log = statement(readModel, 'SELECT name FROM document_log_name').get()?.name
  if (log === undefined) return null
  const latest = statement(readModel, 'SELECT max(sequence) AS latest FROM document_log').get()?.latest
  return { log: String(log), sequence: Number(latest ?? 0) }
}

export type Follower = ReturnType<typeof followReadModel>

export function followReadModel({ index, readModel, onChange, now }: Parts) {
  /** what was known to have changed, and since when */
  const sightings: { sequence: number; at: number }[] = []
  const state = { ripe: Number.MAX_SAFE_INTEGER, sequence: followedBy(index)?.sequence ?? 0 }

  function sight(latest: number): void {
    const at = now()
    // what stood in the log before this process began is taken at once
    if (state.ripe === Number.MAX_SAFE_INTEGER) state.ripe = latest
    if (sightings.at(-1)?.sequence !== latest) sightings.push({ sequence: latest, at })
    for (let first = sightings[0]; first && first.at <= at - PATIENCE_MS; first = sightings[0]) {
      state.ripe = Math.max(state.ripe, first.sequence)
      sightings.shift()
    }
  }

  function isAwaited({ sequence, kind, documentId }: Change): boolean {
    if (sequence <= state.ripe || !hasTable(readModel, 'pending_pages')) return false
    const address = addressOf(readModel, kind, documentId)
    if (address === null) return false
    return statement(readModel, 'SELECT 1 FROM pending_pages WHERE address = ?').get(address) !== undefined
  }

  function nextChanges(): Change[] {
    const rows = statement(
      readModel,
      'SELECT sequence, kind, document_id FROM document_log WHERE sequence > ? ORDER BY sequence LIMIT ?',
    ).all(state.sequence, DOCUMENTS_A_STEP)
    const changes = rows.map((row) => ({
      sequence: Number(row.sequence),
      kind: row.kind as Kind,
      documentId: String(row.document_id),
    }))
    const awaited = changes.findIndex(isAwaited)
    return awaited === -1 ? changes : changes.slice(0, awaited)
  }

  function take(changes: readonly Change[], log: string): number[] {
    return inTransaction(index, () => {
      const taken = changes.flatMap(({ kind, documentId }) => takeDocument(index, readModel, kind, documentId))
      index.exec('DELETE FROM followed')
      const sequence = changes.at(-1)?.sequence ?? state.sequence
      statement(index, 'INSERT INTO followed VALUES (?, ?)').run(log, sequence)
      return taken
    })
  }

  return {
    /**
     * Takes the next documents.
     * @returns whether more may be taken at once; null when the read model has another log, and the index must be made anew
     */
    step(): boolean | null {
      const latest = latestOf(readModel)
      if (!latest) return false
      const followed = followedBy(index)
      if (followed && (followed.log !== latest.log || followed.sequence > latest.sequence)) return null
      sight(latest.sequence)
      const changes = nextChanges()
      if (changes.length === 0) return false
      for (const id of take(changes, latest.log)) onChange(id)
      state.sequence = changes.at(-1)?.sequence ?? state.sequence
      return changes.length === DOCUMENTS_A_STEP
    },
  }
}
