/**
 * Where an address leads that no living document claims but some public document once had. Among several former
 * claimants the last to leave has it, then the lowest kind and documentId; who has no page today is passed over.
 */
import type { DatabaseSync } from 'node:sqlite'
import { addressOf } from './document-address.ts'
import type { Kind } from './documents.ts'
import { keys } from './keys.ts'
import { type ColumnEntry, readColumns, storedColumns } from './navigation.ts'
import { isModuleId, paths } from './paths.ts'
import { NO_COLUMN } from './read-model.ts'
import { statement } from './reads.ts'

/** Told every dependency key of the answer. */
type Note = (key: string) => void
const unnoted: Note = () => undefined

/** documentIds of the columns that had this slug, the last to leave first. */
const formerHolders = (database: DatabaseSync, section: string): string[] =>
  storedColumns(database)
    .flatMap(({ documentId, formerSlugs }) => {
      const left = formerSlugs.filter(({ slug }) => slug === section).map(({ leftAt }) => Date.parse(leftAt))
      return left.length > 0 ? [{ documentId, leftAt: Math.max(...left) }] : []
    })
    .sort((a, b) => b.leftAt - a.leftAt || (a.documentId < b.documentId ? -1 : 1))
    .map(({ documentId }) => documentId)

/** Columns whose posts may have stood at `/<section>/…/`: the one seen there now, those that hold the slug unseen, those that had it. */
const columnsAt = (database: DatabaseSync, section: string): Set<string> => {
  const seen = readColumns(database).filter(({ slug }) => slug === section)
  const unseen = storedColumns(database).filter(({ slug }) => slug === section)
  return new Set([...[...seen, ...unseen].map(({ documentId }) => documentId), ...formerHolders(database, section)])
}

type Claimant = { kind: Kind; documentId: string }

/** Who stands at this slug, then who stood there. */
const claimants = (database: DatabaseSync, columnId: string, slug: string): Claimant[] =>
  [
    ...statement(
      database,
      'SELECT kind, document_id FROM documents WHERE column_id = ? AND slug = ? ORDER BY document_id',
    ).all(columnId, slug),
    ...statement(
      database,
      `SELECT kind, document_id FROM former_addresses WHERE column_id = ? AND slug = ?
       ORDER BY left_at DESC, kind, document_id`,
    ).all(columnId, slug),
  ].map((row) => ({ kind: row.kind as Kind, documentId: String(row.document_id) }))

const firstAddress = (database: DatabaseSync, columnId: string, slug: string, own: string, note: Note) => {
  note(keys.claims(columnId, slug))
  for (const { kind, documentId } of claimants(database, columnId, slug)) {
    note(keys.address(kind, documentId))
    const address = addressOf(database, kind, documentId)
    if (address !== null && address !== own) return address
  }
  return null
}

/** From `/<section>/<slug>/`; ask only where no post stands there. Depends on the columns as well. */
export const postRedirect = (
  database: DatabaseSync,
  section: string,
  slug: string,
  note: Note = unnoted,
): string | null => {
  for (const columnId of columnsAt(database, section)) {
    const address = firstAddress(database, columnId, slug, paths.post(section, slug), note)
    if (address !== null) return address
  }
  return null
}

/** From `/pages/<slug>/`; ask only where no free page stands there. Depends on the columns as well. */
export const freePageRedirect = (database: DatabaseSync, slug: string, note: Note = unnoted): string | null =>
  firstAddress(database, NO_COLUMN, slug, paths.freePage(slug), note)

/** The column whose front, archive and feed stood at `/<section>/…` when it had that slug; null while another has it. */
export const columnOnceAt = (database: DatabaseSync, section: string): ColumnEntry | null => {
  const columns = readColumns(database)
  if (isModuleId(section) || columns.some(({ slug }) => slug === section)) return null
  for (const id of formerHolders(database, section)) {
    const column = columns.find(({ documentId }) => documentId === id)
    if (column) return column
  }
  return null
}
