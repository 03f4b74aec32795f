/** Which addresses exist. The publisher renders these and removes all others. */
import type { DatabaseSync } from 'node:sqlite'
import { lastArchivePage } from './archive.ts'
import { isPostKind } from './cards.ts'
import type { Kind } from './documents.ts'
import { type ColumnEntry, listsPosts, readColumns } from './navigation.ts'
import { moduleIds, paths } from './paths.ts'
import { storedDocument } from './read-model.ts'
import { statement } from './reads.ts'

/** Pages that exist whatever the content is. */
export const fixedAddresses: readonly string[] = [
  paths.home,
  ...moduleIds.map(paths.module),
  paths.about,
  paths.feed,
  paths.notFound,
]

const columnEntry = (database: DatabaseSync, columnId: string): ColumnEntry | undefined =>
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

/** Front, archive pages and feed of one column; empty where it is hidden or missing. */
export const columnAddresses = (database: DatabaseSync, columnId: string): string[] => {
  const column = columnEntry(database, columnId)
  if (!column) return []
  const front = paths.column(column.slug)
  if (!listsPosts(column)) return [front]
  const total = countPosts(database, columnId)
  const pageSize = storedDocument(database, 'column', columnId)?.pageSize ?? 20
  const pages = Array.from({ length: lastArchivePage(total, pageSize) }, (_, index) =>
    paths.archive(column.slug, index + 1),
  )
  return [front, ...pages, paths.columnFeed(column.slug)]
}

export const countPosts = (database: DatabaseSync, columnId: string): number =>
  Number(statement(database, 'SELECT count(*) AS total FROM documents WHERE column_id = ?').get(columnId)?.total)

const postAddresses = function* (database: DatabaseSync, column: ColumnEntry): Iterable<string> {
  if (!listsPosts(column)) return
  const rows = statement(database, 'SELECT DISTINCT slug FROM documents WHERE column_id = ?').all(column.documentId)
  for (const row of rows) yield paths.post(column.slug, String(row.slug))
}

/**
 * Every address that exists because of one document: its own page; for a post also the front, archive
 * and feed of its column; for a column everything below it.
 */
export const addressesOf = (database: DatabaseSync, kind: Kind, documentId: string): string[] => {
  if (kind === 'column') {
    const column = columnEntry(database, documentId)
    return column ? [...columnAddresses(database, documentId), ...postAddresses(database, column)] : []
  }
  const own = kind === 'page' || isPostKind(kind) ? addressOf(database, kind, documentId) : null
  if (own === null) return []
  const post = isPostKind(kind) ? storedDocument(database, kind, documentId) : null
  return post ? [own, ...columnAddresses(database, post.column)] : [own]
}

/** Every page of the portal. */
export const allAddresses = function* (database: DatabaseSync): Iterable<string> {
  yield* fixedAddresses
  for (const column of readColumns(database)) {
    yield* columnAddresses(database, column.documentId)
    yield* postAddresses(database, column)
  }
  const pages = statement(
    database,
    "SELECT slug FROM documents WHERE kind = 'page' AND json ->> '$.column' IS NULL",
  ).all()
  for (const page of pages) yield paths.freePage(String(page.slug))
}
