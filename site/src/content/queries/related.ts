/** Documents found through a relation. */
import type { DocumentOf, Kind } from '../documents.ts'
import { keys, type Relation } from '../keys.ts'
import { recordRead, select } from '../reads.ts'
import { cardById, documentById, type Item, itemsOf } from './documents.ts'

/** Cards of the posts that point to `targetId`, newest first. */
export const itemsPointingTo = (relation: Relation, targetId: string, limit: number): Item[] => {
  recordRead(keys.backrefs(relation, targetId))
  return itemsOf(
    select(
      `SELECT card FROM document_links JOIN documents USING (kind, document_id)
       WHERE relation = ? AND target_id = ? AND card IS NOT NULL
       ORDER BY display_date DESC, document_id DESC LIMIT ?`,
      relation,
      targetId,
      limit,
    ),
  )
}

export const itemsById = (kind: Kind, documentIds: readonly string[]): Item[] =>
  documentIds.map((documentId) => cardById(kind, documentId)).filter((item) => item !== null)

/** The guide that stands at a column's own address. */
export const guideOf = (columnId: string): DocumentOf<'page'> | null => {
  recordRead(keys.backrefs('column', columnId))
  const [row] = select(
    `SELECT document_id FROM document_links WHERE relation = 'column' AND target_id = ? AND kind = 'page'
     ORDER BY document_id LIMIT 1`,
    columnId,
  )
  return row ? documentById('page', String(row.document_id)) : null
}

const MOST_VERSIONS = 30

/** A text and all that it replaces or that replace it, directly or not, newest first; only itself when it stands alone. */
export const policyVersions = (documentId: string): Item[] => {
  const found = new Map<string, Item>()
  const waiting = [documentId]
  for (let id = waiting.pop(); id !== undefined && found.size < MOST_VERSIONS; id = waiting.pop()) {
    const item = found.has(id) ? null : cardById('policy', id)
    if (!item) continue
    found.set(id, item)
    const policy = documentById('policy', id)
    waiting.push(
      ...(policy?.replaces ?? []),
      ...itemsPointingTo('replaces', id, MOST_VERSIONS).map(({ card }) => card.documentId),
    )
  }
  return [...found.values()].sort((a, b) => (a.card.displayDate < b.card.displayDate ? 1 : -1))
}
