/**
 * The posts of one column: its front, its archive, its newest, the ones beside a post. What orders rows is selected with
 * them: otherwise SQLite reads the whole column where a preview lays a draft over it.
 */
import { archiveOffset, archivePageOf } from '../archive.ts'
import type { Post } from '../cards.ts'
import { isAhead, pageTime } from '../clock.ts'
import { countBefore, placeNear } from '../column-order.ts'
import type { PostKind } from '../documents.ts'
import { keys } from '../keys.ts'
import { MOST_FED, MOST_NEWEST } from '../limits.ts'
import { storedDocument } from '../read-model.ts'
import { currentReadModel, recordRead, recordStaleAt, select } from '../reads.ts'
import { documentById, type Item, itemsOf } from './documents.ts'

export interface ColumnFront {
  pinned: Item[]
  newest: Item[]
  /** the archive page that goes on where `newest` ends */
  olderPage: number | null
}

const pageSizeOf = (columnId: string): number => documentById('column', columnId)?.pageSize ?? 20

export const isPinned = ({ pinnedUntil }: Pick<Post, 'pinnedUntil'>): boolean =>
  pinnedUntil !== null && isAhead(pinnedUntil)

/** For answers that leave pinned posts out: they change when the first pin of the column runs out. */
const recordNextPinEnd = (columnId: string, now: string): void => {
  const [row] = select(
    'SELECT min(pinned_until) AS ends FROM documents WHERE column_id = ? AND pinned_until > ?',
    columnId,
    now,
  )
  if (row?.ends != null) recordStaleAt(String(row.ends))
}

export const columnFront = (columnId: string): ColumnFront => {
  recordRead(keys.columnFront(columnId))
  const now = pageTime().toISOString()
  recordNextPinEnd(columnId, now)
  const pageSize = pageSizeOf(columnId)
  const pinned = select(
    `SELECT card, display_date, document_id FROM documents WHERE column_id = ? AND pinned_until > ?
     ORDER BY display_date DESC, document_id DESC`,
    columnId,
    now,
  )
  const newest = select(
    `SELECT card, display_date, document_id FROM documents
     WHERE column_id = ? AND (pinned_until IS NULL OR pinned_until <= ?)
     ORDER BY display_date DESC, document_id DESC LIMIT ?`,
    columnId,
    now,
    pageSize,
  )
  const oldest = newest.at(-1)
  const older = oldest
    ? countBefore(currentReadModel(), columnId, { date: String(oldest.display_date), id: String(oldest.document_id) })
    : 0
  return {
    pinned: itemsOf(pinned),
    newest: itemsOf(newest),
    olderPage: older > 0 ? archivePageOf(older, pageSize) : null,
  }
}

export interface ArchivePage {
  items: Item[]
  /** full pages never change again */
  full: boolean
}

const cardsFrom = (columnId: string, offset: number, limit: number) => {
  const near = placeNear(currentReadModel(), columnId, offset)
  if (!near) return []
  return select(
    `SELECT card, display_date, document_id FROM documents WHERE column_id = ? AND (display_date, document_id) >= (?, ?)
     ORDER BY display_date, document_id LIMIT ? OFFSET ?`,
    columnId,
    near.from.date,
    near.from.id,
    limit,
    near.skip,
  )
}

/** Newest first within the page; null for a page that does not exist. */
export const archivePage = (columnId: string, page: number): ArchivePage | null => {
  recordRead(keys.archivePage(columnId, page))
  const pageSize = pageSizeOf(columnId)
  const offset = archiveOffset(page, pageSize)
  const rows = cardsFrom(columnId, offset, pageSize)
  // The page after the last full one exists.
  if (rows.length === 0 && page > 1 && cardsFrom(columnId, offset - 1, 1).length === 0) return null
  return { items: itemsOf(rows.toReversed()), full: rows.length === pageSize }
}

/**
 * The newest cards of a column, pinned ones first.
 * @param limit at most MOST_NEWEST
 */
export const newestItems = (columnId: string, limit: number): Item[] => {
  if (limit > MOST_NEWEST) throw new Error(`at most ${MOST_NEWEST} posts may be asked for, not ${limit}`)
  recordRead(keys.columnNewest(columnId))
  const now = pageTime().toISOString()
  recordNextPinEnd(columnId, now)
  const pinned = select(
    `SELECT card, display_date, document_id FROM documents WHERE column_id = ? AND pinned_until > ?
     ORDER BY display_date DESC, document_id DESC LIMIT ?`,
    columnId,
    now,
    limit,
  )
  const newest = select(
    `SELECT card, display_date, document_id FROM documents WHERE column_id = ?
     ORDER BY display_date DESC, document_id DESC LIMIT ?`,
    columnId,
    limit,
  )
  const pinnedItems = itemsOf(pinned)
  const others = itemsOf(newest).filter(({ card }) => !isPinned(card))
  return [...pinnedItems, ...others].slice(0, limit)
}

const newestFirst = (a: Record<string, unknown>, b: Record<string, unknown>): number => {
  const [one, other] = [`${a.display_date} ${a.document_id}`, `${b.display_date} ${b.document_id}`]
  return one === other ? 0 : one < other ? 1 : -1
}

/** @param rows with kind and document_id */
export const wholePosts = (rows: Record<string, unknown>[]): Post[] =>
  rows.flatMap((row) => {
    const kind = String(row.kind) as PostKind
    const post = storedDocument(currentReadModel(), kind, String(row.document_id))
    return post ? [{ ...post, kind } as Post] : []
  })

/** Whole documents for a feed of one or several columns, the MOST_FED newest, newest first. */
export const newestPosts = (...columnIds: string[]): Post[] => {
  const newest = columnIds.flatMap((columnId) => {
    recordRead(keys.columnFeed(columnId))
    return select(
      `SELECT kind, document_id, display_date FROM documents WHERE column_id = ?
       ORDER BY display_date DESC, document_id DESC LIMIT ?`,
      columnId,
      MOST_FED,
    )
  })
  return wholePosts(newest.sort(newestFirst).slice(0, MOST_FED))
}

export interface Neighbours {
  older: Item | null
  newer: Item | null
}

export const neighbours = (post: Pick<Post, 'kind' | 'documentId' | 'column' | 'displayDate'>): Neighbours => {
  recordRead(keys.neighbours(post.kind, post.documentId))
  const place = [post.column, new Date(post.displayDate).toISOString(), post.documentId] as const
  const older = select(
    `SELECT card, display_date, document_id FROM documents WHERE column_id = ? AND (display_date, document_id) < (?, ?)
     ORDER BY display_date DESC, document_id DESC LIMIT 1`,
    ...place,
  )
  const newer = select(
    `SELECT card, display_date, document_id FROM documents WHERE column_id = ? AND (display_date, document_id) > (?, ?)
     ORDER BY display_date, document_id LIMIT 1`,
    ...place,
  )
  return { older: itemsOf(older)[0] ?? null, newer: itemsOf(newer)[0] ?? null }
}
