/** The columns as the navigation knows them, for queries, addresses and affected keys alike. */
import type { DatabaseSync } from 'node:sqlite'
import { type DocumentOf, documentSchemas } from './documents.ts'
import { statement } from './reads.ts'

const navigationSchema = documentSchemas.column.pick({
  documentId: true,
  slug: true,
  name: true,
  module: true,
  order: true,
  kind: true,
  visible: true,
})
export type ColumnEntry = Pick<
  DocumentOf<'column'>,
  'documentId' | 'slug' | 'name' | 'module' | 'order' | 'kind' | 'visible'
>

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

/** Visible columns in the order of the navigation; a slug that two columns claim belongs to the first. */
export const readColumns = (database: DatabaseSync): ColumnEntry[] => {
  const claimed = new Set<string>()
  return statement(database, "SELECT json FROM documents WHERE kind = 'column'")
    .all()
    .map((row) => navigationSchema.parse(JSON.parse(String(row.json))))
    .filter((column) => column.visible)
    .sort((a, b) => a.order - b.order || (a.documentId < b.documentId ? -1 : 1))
    .filter(({ slug }) => !claimed.has(slug) && claimed.add(slug))
}
