/** Puts documents into the read model, or takes them out, and notes every page that must be looked at again. */
import type { DatabaseSync } from 'node:sqlite'
import { addressOf } from '../src/content/document-address.ts'
import type { Change, Kind } from '../src/content/documents.ts'
import { everywhereKeys } from '../src/content/keys.ts'
import { statement } from '../src/content/reads.ts'
import { takeChange } from '../src/content/take-change.ts'
import { MAX_PAGES_COUNTED } from './journal/taken-changes.ts'
import { type Journal, OUTDATED } from './journal.ts'

export type Alteration = Pick<Change, 'kind' | 'documentId' | 'document'>
export type Altered = {
  /** keys whose readers must render again */
  touched: Set<string>
  /** for each alteration the pages that are pending because of it, its own first, at most MAX_PAGES_COUNTED */
  pagesOf: Set<string>[]
}

const storedJson = (database: DatabaseSync, kind: Kind, documentId: string) =>
  statement(database, 'SELECT json FROM documents WHERE kind = ? AND document_id = ?').get(kind, documentId)?.json as
    | string
    | undefined

/** What is kept until the new address stands: the document as it is at its old one. */
function alterOne(database: DatabaseSync, journal: Journal, alteration: Alteration) {
  const { kind, documentId } = alteration
  const stood = { at: addressOf(database, kind, documentId), json: storedJson(database, kind, documentId) }
  const { keys, addresses } = takeChange(database, alteration)
  const stands = addressOf(database, kind, documentId)
  if (stood.at !== null && stood.at !== stands && stood.json) journal.keepLastGood(kind, documentId, stood.json)
  // a page that never stood, or stands as it was in another release, has no reads by which it is called
  const own = stands !== null && !journal.hashOf(stands) ? [stands] : []
  journal.leaveQuarantine(kind, documentId)
  return { keys, pages: new Set([...own, ...addresses]) }
}

function addSome(pages: Set<string>, readers: readonly string[]) {
  for (const address of readers) {
    if (pages.size >= MAX_PAGES_COUNTED) return
    pages.add(address)
  }
}

/** To be called within a transaction. A change that concerns every page is noted as an outdated build. */
export function alter(database: DatabaseSync, journal: Journal, alterations: readonly Alteration[]): Altered {
  const altered = alterations.map((one) => alterOne(database, journal, one))
  const touched = new Set(altered.flatMap(({ keys }) => [...keys]))
  for (const { pages } of altered) for (const address of pages) journal.addPending(address)
  for (const key of touched) {
    if (everywhereKeys.includes(key)) continue
    const readers = journal.readersOf(key)
    for (const address of readers) journal.addPending(address)
    for (const { keys, pages } of altered) if (keys.has(key)) addSome(pages, readers)
  }
  if (everywhereKeys.some((key) => touched.has(key))) journal.set('build', OUTDATED)
  return { touched, pagesOf: altered.map(({ pages }) => pages) }
}
