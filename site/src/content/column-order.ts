/**
 * Where a post stands among the posts of its column, and which post stands at a place, without counting the column:
 * `column_spans` cuts each column into stretches of some hundreds of posts and knows how many each holds. Triggers keep
 * the counts with every change of `documents`; stretches that grow are cut in two.
 */
import type { DatabaseSync } from 'node:sqlite'
import { statement } from './reads.ts'

/** Posts stand in the order of their display date, then of their documentId. */
export interface Place {
  /** as `documents.display_date` has it */
  date: string
  id: string
}

const MOST_POSTS = 512
const POSTS_OF_A_HALF = MOST_POSTS / 2

// The first stretch of a column begins before every date, so that each post has one.
const ddl = (scope: 'main' | 'temp', when: 'AFTER' | 'INSTEAD OF'): string => `
CREATE TABLE IF NOT EXISTS ${scope}.column_spans (
  column_id TEXT NOT NULL,
  first_date TEXT NOT NULL,
  first_id TEXT NOT NULL,
  posts INTEGER NOT NULL,
  PRIMARY KEY (column_id, first_date, first_id)
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS ${scope}.post_takes_place ${when} INSERT ON documents WHEN new.column_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO column_spans VALUES (new.column_id, '', '', 0);
  UPDATE column_spans SET posts = posts + 1 WHERE (column_id, first_date, first_id) = (
    SELECT column_id, first_date, first_id FROM column_spans
    WHERE column_id = new.column_id AND (first_date, first_id) <= (new.display_date, new.document_id)
    ORDER BY first_date DESC, first_id DESC LIMIT 1);
END;
CREATE TRIGGER IF NOT EXISTS ${scope}.post_leaves_place ${when} DELETE ON documents WHEN old.column_id IS NOT NULL BEGIN
  UPDATE column_spans SET posts = posts - 1 WHERE (column_id, first_date, first_id) = (
    SELECT column_id, first_date, first_id FROM column_spans
    WHERE column_id = old.column_id AND (first_date, first_id) <= (old.display_date, old.document_id)
    ORDER BY first_date DESC, first_id DESC LIMIT 1);
END;
`

export const columnOrderDdl = ddl('main', 'AFTER')

/** For a connection whose `documents` is a view laid over the table. */
export const laidColumnOrderDdl = `${ddl('temp', 'INSTEAD OF')}
INSERT INTO temp.column_spans SELECT * FROM main.column_spans;
`

/** For a read model that was filled before there were stretches. */
export const cutColumns = (database: DatabaseSync): void => {
  if (statement(database, 'SELECT 1 FROM column_spans LIMIT 1').get()) return
  statement(
    database,
    `INSERT INTO column_spans
     SELECT column_id, iif(ordinal = 0, '', display_date), iif(ordinal = 0, '', document_id), min(:size, total - ordinal)
     FROM (
       SELECT column_id, display_date, document_id, count(*) OVER (PARTITION BY column_id) AS total,
         row_number() OVER (PARTITION BY column_id ORDER BY display_date, document_id) - 1 AS ordinal
       FROM documents WHERE column_id IS NOT NULL
     ) WHERE ordinal % :size = 0`,
  ).run({ size: POSTS_OF_A_HALF })
}

const spanOf = (database: DatabaseSync, columnId: string, { date, id }: Place) =>
  statement(
    database,
    `SELECT first_date, first_id, posts FROM column_spans WHERE column_id = ? AND (first_date, first_id) <= (?, ?)
     ORDER BY first_date DESC, first_id DESC LIMIT 1`,
  ).get(columnId, date, id)

/** After a post came to `place`. */
export const cutLongSpan = (database: DatabaseSync, columnId: string, place: Place): void => {
  const span = spanOf(database, columnId, place)
  if (!span || Number(span.posts) <= MOST_POSTS) return
  const start = [columnId, String(span.first_date), String(span.first_id)] as const
  const middle = statement(
    database,
    `SELECT display_date, document_id FROM documents WHERE column_id = ? AND (display_date, document_id) >= (?, ?)
     ORDER BY display_date, document_id LIMIT 1 OFFSET ?`,
  ).get(...start, POSTS_OF_A_HALF)
  if (!middle) return
  statement(database, 'UPDATE column_spans SET posts = ? WHERE column_id = ? AND first_date = ? AND first_id = ?').run(
    POSTS_OF_A_HALF,
    ...start,
  )
  statement(database, 'INSERT INTO column_spans VALUES (?, ?, ?, ?)').run(
    columnId,
    String(middle.display_date),
    String(middle.document_id),
    Number(span.posts) - POSTS_OF_A_HALF,
  )
}

export const countPosts = (database: DatabaseSync, columnId: string): number =>
  Number(
    statement(database, 'SELECT sum(posts) AS total FROM column_spans WHERE column_id = ?').get(columnId)?.total ?? 0,
  )

/** How many posts of the column stand before `place`. */
export const countBefore = (database: DatabaseSync, columnId: string, { date, id }: Place): number => {
  const span = spanOf(database, columnId, { date, id })
  if (!span) return 0
  const start = [columnId, String(span.first_date), String(span.first_id)] as const
  const before = statement(
    database,
    'SELECT sum(posts) AS total FROM column_spans WHERE column_id = ? AND (first_date, first_id) < (?, ?)',
  ).get(...start)?.total
  const within = statement(
    database,
    `SELECT count(*) AS total FROM documents WHERE column_id = ?
     AND (display_date, document_id) >= (?, ?) AND (display_date, document_id) < (?, ?)`,
  ).get(...start, date, id)?.total
  return Number(before ?? 0) + Number(within)
}

/** A place from which the post with `offset` posts before it is reached by passing over `skip` posts; null beyond the end. */
export const placeNear = (
  database: DatabaseSync,
  columnId: string,
  offset: number,
): { from: Place; skip: number } | null => {
  const spans = statement(
    database,
    'SELECT first_date, first_id, posts FROM column_spans WHERE column_id = ? ORDER BY first_date, first_id',
  ).iterate(columnId)
  let before = 0
  for (const { first_date, first_id, posts } of spans) {
    if (offset < before + Number(posts))
      return { from: { date: String(first_date), id: String(first_id) }, skip: offset - before }
    before += Number(posts)
  }
  return null
}
