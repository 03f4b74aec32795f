/** The columns as the navigation knows them, for queries, addresses and affected keys alike. */
import type { DatabaseSync } from 'node:sqlite'
import type { z } from 'zod'
import { type DocumentOf, documentSchemas } from './documents.ts'
import { statement } from './reads.ts'

const storedSchema = documentSchemas.column.pick({
  documentId: true,
  slug: true,
  name: true,
  module: true,
  order: true,
  kind: true,
  visible: true,
  formerSlugs: true,
  pageSize: true,
})
type StoredColumn = z.infer<typeof storedSchema>
const navigationSchema = storedSchema.omit({ pageSize: true })
export type ColumnEntry = z.infer<typeof navigationSchema>

/** What the navigation and the addresses of all pages take from a column. */
export const navigationOf = (column: DocumentOf<'column'>): ColumnEntry => navigationSchema.parse(column)

/** Column kinds whose posts are listed, archived and fed; the others have one page of their own. */
const listKinds: readonly ColumnEntry['kind'][] = [
  'article',
  'speech',
  'policy',
  'lesson',
  'micropost',
  'representative',
]

export const listsPosts = (column: Pick<ColumnEntry, 'kind'>): boolean => listKinds.includes(column.kind)

const lastRead = new WeakMap<DatabaseSync, { source: string; columns: readonly StoredColumn[] }>()

/** All columns, hidden ones as well, in the order of the navigation. Asked often: parsed again when a column changed. */
export const storedColumns = (database: DatabaseSync): readonly StoredColumn[] => {
  const rows = statement(database, "SELECT json FROM documents WHERE kind = 'column' ORDER BY document_id").all()
  const source = rows.map(({ json }) => json).join('\n')
  const known = lastRead.get(database)
  if (known?.source === source) return known.columns
  const columns = rows
    .map(({ json }) => storedSchema.parse(JSON.parse(String(json))))
    .sort((a, b) => a.order - b.order || (a.documentId < b.documentId ? -1 : 1))
  lastRead.set(database, { source, columns })
  return columns
}

/** Visible columns in the order of the navigation; a slug that two columns claim belongs to the first. */
export const readColumns = (database: DatabaseSync): ColumnEntry[] => {
  const claimed = new Set<string>()
  return storedColumns(database)
    .filter((column) => column.visible)
    .map(({ pageSize: _pageSize, ...column }) => column)
    .filter(({ slug }) => !claimed.has(slug) && claimed.add(slug))
}

const USUAL_PAGE_SIZE = 20

/** Not for pages: they take the size of a page from the column's document, and depend on it. */
export const pageSizeOf = (database: DatabaseSync, columnId: string): number =>
  storedColumns(database).find(({ documentId }) => documentId === columnId)?.pageSize ?? USUAL_PAGE_SIZE
