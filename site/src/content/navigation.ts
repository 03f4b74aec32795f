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
})
export type ColumnEntry = z.infer<typeof storedSchema>

/** What the navigation and the addresses of all pages take from a column. */
export const navigationOf = (column: DocumentOf<'column'>): ColumnEntry => storedSchema.parse(column)

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

const lastRead = new WeakMap<DatabaseSync, { source: string; columns: readonly ColumnEntry[] }>()

/** All columns, hidden ones as well, in the order of the navigation. Asked often: parsed again when a column changed. */
export const storedColumns = (database: DatabaseSync): readonly ColumnEntry[] => {
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
    .filter(({ slug }) => !claimed.has(slug) && claimed.add(slug))
}
