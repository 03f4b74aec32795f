/**
 * The posts of one column: its front, its archive, its newest, the ones beside a post. What orders rows is selected with
 * them: otherwise SQLite reads the whole column where a preview lays a draft over it.
 */
import { archiveOffset, archivePageOf } from '../archive.ts'
import type { Post } from '../cards.ts'
import { isAhead, pageTime } from '../clock.ts'
import { documentSchemas, type PostKind } from '../documents.ts'
import { keys } from '../keys.ts'
import { recordRead, recordStaleAt, select } from '../reads.ts'
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
    ? Number(
        select(
          'SELECT count(*) AS older FROM documents WHERE column_id = ? AND (display_date, document_id) < (?, ?)',
          columnId,
          String(oldest.display_date),
          String(oldest.document_id),
        )[0]?.older,
      )
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

/** Newest first within the page; null for a page that does not exist. */
export const archivePage = (columnId: string, page: number): ArchivePage | null => {
  recordRead(keys.archivePage(columnId, page))
  const pageSize = pageSizeOf(columnId)
  const from = (offset: number, limit: number) =>
    select(
      `SELECT card, display_date, document_id FROM documents WHERE column_id = ?
       ORDER BY display_date, document_id LIMIT ? OFFSET ?`,
      columnId,
      limit,
      offset,
    )
  const offset = archiveOffset(page, pageSize)
  const rows = from(offset, pageSize)
  // The page after the last full one exists, without counting the column.
  if (rows.length === 0 && page > 1 && from(offset - 1, 1).length === 0) return null
  return { items: itemsOf(rows.toReversed()), full: rows.length === pageSize }
}

/** The newest cards of a column, pinned ones first. */
export const newestItems = (columnId: string, limit: number): Item[] => {
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

/** Whole documents for a feed, newest first. */
export const newestPosts = (columnId: string, limit: number): Post[] => {
  recordRead(keys.columnFeed(columnId))
  return select(
    `SELECT kind, json, display_date, document_id FROM documents WHERE column_id = ?
     ORDER BY display_date DESC, document_id DESC LIMIT ?`,
    columnId,
    limit,
  ).map((row) => {
    const kind = String(row.kind) as PostKind
    return { ...documentSchemas[kind].parse(JSON.parse(String(row.json))), kind } as Post
  })
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
