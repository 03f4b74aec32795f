/** One document in the index: put, taken out, put again when a tag of it has another name. */
import type { DatabaseSync } from 'node:sqlite'
import type { DocumentOf, Kind } from '../../src/content/documents.ts'
import { storedDocument } from '../../src/content/read-model.ts'
import { statement } from '../../src/content/reads.ts'
import { fold, wellFormed } from './fold.ts'
import { placeKeyOf } from './places.ts'
import { type FoundKind, isFoundKind, readableOf } from './readable.ts'
import type { SearchedText } from './segment.ts'
import { unseal } from './segments.ts'

/** Everything that a hit of the document may be in, folded: what a plain scan would look through. Null where the index has none. */
export function searchedTextOf(index: DatabaseSync, id: number): SearchedText | null {
  const row = statement(index, 'SELECT head, text FROM posts WHERE id = ?').get(id)
  if (!row) return null
  const head = String(row.head)
  return { id, text: fold(`${head}\n${row.text}`), headLength: fold(head).length }
}

function idOf(index: DatabaseSync, kind: Kind, documentId: string): number | null {
  const row = statement(index, 'SELECT id FROM posts WHERE kind = ? AND document_id = ?').get(kind, documentId)
  return row ? Number(row.id) : null
}

function tagNames(readModel: DatabaseSync, tags: readonly string[]): string[] {
  return tags.flatMap((tag) => storedDocument(readModel, 'tag', tag)?.name ?? [])
}

function put<K extends FoundKind>(
  index: DatabaseSync,
  readModel: DatabaseSync,
  kind: K,
  document: DocumentOf<K>,
): number {
  const { title, number, head, text, tags } = readableOf(kind, document)
  const whole = [text, ...tagNames(readModel, tags).map(wellFormed)].filter(Boolean).join('\n')
  const dated = document as Partial<DocumentOf<'policy'>>
  const date = dated.displayDate ? new Date(dated.displayDate).toISOString() : ''
  const row = [placeKeyOf(kind, document), date, dated.validity ?? null, title, head, number, whole] as const
  const before = statement(index, 'SELECT id, head, text FROM posts WHERE kind = ? AND document_id = ?').get(
    kind,
    document.documentId,
  )
  if (before && (before.head !== head || before.text !== whole)) unseal(index, Number(before.id))
  const { id } = statement(
    index,
    `INSERT INTO posts (kind, document_id, place, date, validity, title, head, number, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, document_id) DO UPDATE SET place = excluded.place, date = excluded.date,
       validity = excluded.validity, title = excluded.title, head = excluded.head, number = excluded.number, text = excluded.text
     RETURNING id`,
  ).get(kind, document.documentId, ...row) as { id: number }
  statement(index, 'DELETE FROM post_tags WHERE id = ?').run(id)
  for (const tag of new Set(tags)) statement(index, 'INSERT INTO post_tags VALUES (?, ?)').run(tag, id)
  return id
}

function remove(index: DatabaseSync, id: number): void {
  unseal(index, id)
  statement(index, 'DELETE FROM post_tags WHERE id = ?').run(id)
  statement(index, 'DELETE FROM posts WHERE id = ?').run(id)
}

function takeOne(index: DatabaseSync, readModel: DatabaseSync, kind: FoundKind, documentId: string): number | null {
  const document = storedDocument(readModel, kind, documentId)
  if (document) return put(index, readModel, kind, document)
  const known = idOf(index, kind, documentId)
  if (known !== null) remove(index, known)
  return known
}

/**
 * The document as the read model has it now. Call it inside a transaction.
 * @returns ids of the posts that changed
 */
export function takeDocument(index: DatabaseSync, readModel: DatabaseSync, kind: Kind, documentId: string): number[] {
  if (kind === 'tag') {
    const tagged = statement(
      index,
      'SELECT kind, document_id FROM post_tags JOIN posts USING (id) WHERE tag_id = ?',
    ).all(documentId)
    return tagged.flatMap((row) => takeOne(index, readModel, row.kind as FoundKind, String(row.document_id)) ?? [])
  }
  if (!isFoundKind(kind)) return []
  const changed = takeOne(index, readModel, kind, documentId)
  return changed === null ? [] : [changed]
}
