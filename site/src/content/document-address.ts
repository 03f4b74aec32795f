/** Where one document stands today. */
import type { DatabaseSync } from 'node:sqlite'
import { isPostKind } from './cards.ts'
import type { Kind } from './documents.ts'
import { type ColumnEntry, listsPosts, readColumns } from './navigation.ts'
import { paths } from './paths.ts'
import { storedDocument } from './read-model.ts'
import { statement } from './reads.ts'

/** A column that can be seen, or undefined. */
export const columnEntry = (database: DatabaseSync, columnId: string): ColumnEntry | undefined =>
  readColumns(database).find(({ documentId }) => documentId === columnId)

/**
 * The page of one document, or null where it has none: of no such kind, in a hidden, missing or page-less column.
 * @param columns those that can be seen, where they are known already
 */
export const addressOf = (
  database: DatabaseSync,
  kind: Kind,
  documentId: string,
  columns: readonly ColumnEntry[] = readColumns(database),
): string | null => {
  const columnById = (id: unknown) => columns.find((column) => column.documentId === id)
  if (isPostKind(kind)) {
    const row = statement(database, 'SELECT slug, column_id FROM documents WHERE kind = ? AND document_id = ?').get(
      kind,
      documentId,
    )
    const column = row && columnById(row.column_id)
    return column && listsPosts(column) ? paths.post(column.slug, String(row.slug)) : null
  }
  switch (kind) {
    case 'column': {
      const column = columnById(documentId)
      return column ? paths.column(column.slug) : null
    }
    case 'page': {
      const page = storedDocument(database, 'page', documentId)
      if (!page) return null
      return page.column === null ? paths.freePage(page.slug) : addressOf(database, 'column', page.column, columns)
    }
    case 'contact':
    case 'link':
    case 'link-group': {
      const showing = kind === 'contact' ? 'contact' : 'link'
      const column = columns.find((candidate) => candidate.kind === showing)
      return column ? paths.column(column.slug) : null
    }
    case 'site-setting':
      return paths.home
    default:
      return null
  }
}
