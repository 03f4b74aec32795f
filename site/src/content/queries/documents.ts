/** One document, by id or by address. */

import { type Card, cardSchema, isPostKind, type Post, titleOf } from '../cards.ts'
import { addressOf } from '../document-address.ts'
import { type DocumentOf, documentSchemas, type Kind, kinds } from '../documents.ts'
import { keys } from '../keys.ts'
import { listsPosts } from '../navigation.ts'
import { paths } from '../paths.ts'
import { NO_COLUMN } from '../read-model.ts'
import { currentReadModel, recordRead, select } from '../reads.ts'
import { visibleColumns } from './site.ts'

const parsed = <K extends Kind>(kind: K, row: Record<string, unknown> | undefined): DocumentOf<K> | null =>
  row ? (documentSchemas[kind].parse(JSON.parse(String(row.json))) as DocumentOf<K>) : null

export const documentById = <K extends Kind>(kind: K, documentId: string): DocumentOf<K> | null => {
  recordRead(keys.document(kind, documentId))
  return parsed(kind, select('SELECT json FROM documents WHERE kind = ? AND document_id = ?', kind, documentId)[0])
}

/** Today's address of a document, null when it has none (any more). */
export const publicAddress = (kind: string, documentId: string): string | null => {
  const known = kinds.find((candidate) => candidate === kind)
  if (!known) return null
  recordRead(keys.address(known, documentId))
  // A document whose kind has no page of its own stands on a column's page.
  return addressOf(currentReadModel(), known, documentId, visibleColumns())
}

/** A card together with where it stands. */
export type Item = { card: Card; title: string; address: string }

/** Cards whose column can be seen, each with its address; the others are left out. */
export const itemsOf = (rows: Record<string, unknown>[]): Item[] => {
  const columns = visibleColumns()
  return rows.flatMap((row) => {
    const card = cardSchema.parse(JSON.parse(String(row.card)))
    const column = columns.find(({ documentId }) => documentId === card.column)
    if (!column || !listsPosts(column)) return []
    return [{ card, title: titleOf(card), address: paths.post(column.slug, card.slug) }]
  })
}

export const cardById = (kind: Kind, documentId: string): Item | null => {
  recordRead(keys.card(kind, documentId))
  return itemsOf(select('SELECT card FROM documents WHERE kind = ? AND document_id = ?', kind, documentId))[0] ?? null
}

/** The post at `/<column>/<slug>/`; where two claim one slug, the lowest documentId. */
export const postBySlug = (columnId: string, slug: string): Post | null => {
  recordRead(keys.slug(columnId, slug))
  const [row] = select(
    'SELECT kind, json FROM documents WHERE column_id = ? AND slug = ? ORDER BY document_id LIMIT 1',
    columnId,
    slug,
  )
  const kind = String(row?.kind)
  if (!row || !isPostKind(kind)) return null
  return { ...documentSchemas[kind].parse(JSON.parse(String(row.json))), kind } as Post
}

export const freePageBySlug = (slug: string): DocumentOf<'page'> | null => {
  recordRead(keys.slug(NO_COLUMN, slug))
  const [row] = select(
    `SELECT json FROM documents WHERE kind = 'page' AND slug = ? AND json ->> '$.column' IS NULL
     ORDER BY document_id LIMIT 1`,
    slug,
  )
  return parsed('page', row)
}
