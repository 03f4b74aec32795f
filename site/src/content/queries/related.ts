/** Documents found through a relation. */
import type { Post } from '../cards.ts'
import type { DocumentOf, Kind } from '../documents.ts'
import { keys, type Relation } from '../keys.ts'
import { NEAREST, termsOfPost } from '../post-terms.ts'
import { placeOf } from '../read-model.ts'
import { currentReadModel, recordRead, select } from '../reads.ts'
import { weightOf } from '../terms.ts'
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

type Candidate = { kind: Kind; documentId: string; date: string; weight: number }

/** a shared tag is enough, one shared word is not */
const LEAST_WEIGHT = 2

const candidatesFor = ({ kind, ...post }: Post): Candidate[] => {
  const { date, id } = placeOf(post)
  const found = new Map<string, Candidate>()
  for (const term of termsOfPost(currentReadModel(), kind, post.documentId)) {
    const rows = select(
      `SELECT kind, document_id, display_date FROM post_terms WHERE term = ? AND (display_date, document_id) < (?, ?)
       ORDER BY display_date DESC, document_id DESC LIMIT ?`,
      term,
      date,
      id,
      NEAREST,
    )
    for (const row of rows) {
      const candidate = { kind: row.kind as Kind, documentId: String(row.document_id), date: String(row.display_date) }
      const weight = found.get(candidate.documentId)?.weight ?? 0
      found.set(candidate.documentId, { ...candidate, weight: weight + weightOf(term) })
    }
  }
  return [...found.values()]
}

const byWeight = (a: Candidate, b: Candidate): number =>
  b.weight - a.weight || (a.date === b.date ? (a.documentId < b.documentId ? 1 : -1) : a.date < b.date ? 1 : -1)

/** Older posts that share tags or words with this one, the closest first. @param except documentIds that stand there already */
export const relatedTo = (post: Post, limit: number, except: readonly string[] = []): Item[] => {
  recordRead(keys.related(post.kind, post.documentId))
  const items: Item[] = []
  for (const { kind, documentId, weight } of candidatesFor(post).sort(byWeight)) {
    if (weight < LEAST_WEIGHT || items.length >= limit) break
    const item = except.includes(documentId) ? null : cardById(kind, documentId)
    if (item) items.push(item)
  }
  return items
}
