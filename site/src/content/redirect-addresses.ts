/** Which redirect pages exist. */
import type { DatabaseSync } from 'node:sqlite'
import { isPostKind } from './cards.ts'
import type { Kind } from './documents.ts'
import { type ColumnEntry, listsPosts, readColumns, storedColumns } from './navigation.ts'
import { paths } from './paths.ts'
import { NO_COLUMN } from './read-model.ts'
import { statement } from './reads.ts'
import { columnOnceAt, freePageRedirect, postRedirect } from './redirects.ts'

type Place = { columnId: string; slug: string }

/** Slugs a column had that lead to it today. */
export const formerSections = (database: DatabaseSync, columnId: string): string[] => {
  const former = storedColumns(database).find(({ documentId }) => documentId === columnId)?.formerSlugs ?? []
  const slugs = new Set(former.map(({ slug }) => slug))
  return [...slugs].filter((slug) => columnOnceAt(database, slug)?.documentId === columnId)
}

const placeOf = (row: Record<string, unknown>): Place => ({ columnId: String(row.column_id), slug: String(row.slug) })

/** The slug of a column, hidden or not, and those it had. */
const sectionsOf = (database: DatabaseSync, columnId: string): string[] => {
  const column = storedColumns(database).find(({ documentId }) => documentId === columnId)
  return column ? [column.slug, ...column.formerSlugs.map(({ slug }) => slug)] : []
}

const addressesAt = (database: DatabaseSync, { columnId, slug }: Place): string[] =>
  columnId === NO_COLUMN
    ? [paths.freePage(slug)]
    : sectionsOf(database, columnId).map((section) => paths.post(section, slug))

/**
 * Where a document that can be seen stood before. Some of these addresses may be another's today: they exist all the
 * same, and what stands there is decided when the page is rendered.
 */
export const redirectsTo = (database: DatabaseSync, kind: Kind, documentId: string): string[] => {
  const stood = statement(
    database,
    'SELECT column_id, slug FROM former_addresses WHERE kind = ? AND document_id = ?',
  ).all(kind, documentId)
  const stands = isPostKind(kind)
    ? statement(database, 'SELECT column_id, slug FROM documents WHERE kind = ? AND document_id = ?').all(
        kind,
        documentId,
      )
    : []
  return [...stood, ...stands].map(placeOf).flatMap((place) => addressesAt(database, place))
}

/** Below the slugs a column had. Its posts can be seen, so each of these addresses leads somewhere: no need to ask where. */
const belowFormerSlugs = function* (
  database: DatabaseSync,
  { documentId, slug, formerSlugs }: ColumnEntry,
): Iterable<string> {
  const sections = formerSlugs.map((former) => former.slug).filter((section) => section !== slug)
  if (sections.length === 0) return
  const rows = statement(database, 'SELECT DISTINCT slug FROM documents WHERE column_id = ?').all(documentId)
  for (const row of rows) for (const section of sections) yield paths.post(section, String(row.slug))
}

const postRedirects = function* (database: DatabaseSync, { columnId, slug }: Place): Iterable<string> {
  for (const section of sectionsOf(database, columnId))
    if (postRedirect(database, section, slug)) yield paths.post(section, slug)
}

/** Every redirect page below a post's or a free page's address; some of the addresses may be those of living pages. */
export const allRedirects = function* (database: DatabaseSync): Iterable<string> {
  const left = statement(database, 'SELECT DISTINCT column_id, slug FROM former_addresses').all().map(placeOf)
  for (const place of left) {
    if (place.columnId !== NO_COLUMN) yield* postRedirects(database, place)
    else if (freePageRedirect(database, place.slug)) yield paths.freePage(place.slug)
  }
  for (const column of readColumns(database).filter(listsPosts)) yield* belowFormerSlugs(database, column)
}
