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

/** The page of one document, or null where it has none: of no such kind, in a hidden, missing or page-less column. */
export const addressOf = (database: DatabaseSync, kind: Kind, documentId: string): string | null => {
  if (isPostKind(kind)) {
    const row = statement(database, 'SELECT slug, column_id FROM documents WHERE kind = ? AND document_id = ?').get(
      kind,
      documentId,
    )
    const column = row && columnEntry(database, String(row.column_id))
    return column && listsPosts(column) ? paths.post(column.slug, String(row.slug)) : null
  }
  switch (kind) {
    case 'column': {
      const column = columnEntry(database, documentId)
      return column ? paths.column(column.slug) : null
    }
    case 'page': {
      const page = storedDocument(database, 'page', documentId)
      if (!page) return null
      return page.column === null ? paths.freePage(page.slug) : addressOf(database, 'column', page.column)
    }
    case 'contact':
    case 'link':
    case 'link-group': {
      const showing = kind === 'contact' ? 'contact' : 'link'
      const column = readColumns(database).find((candidate) => candidate.kind === showing)
      return column ? paths.column(column.slug) : null
    }
    case 'site-setting':
      return paths.home
    default:
      return null
  }
}
