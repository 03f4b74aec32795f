/** Posts gathered across columns, by a tag or a topic, the newest found without looking at the others. */
import type { DatabaseSync } from 'node:sqlite'
import type { Post } from './cards.ts'
import type { Place } from './column-order.ts'
import type { Gathering } from './keys.ts'
import { statement } from './reads.ts'

export const gatherings: readonly Gathering[] = ['tag', 'topic']

export const gatheringDdl = `
CREATE TABLE IF NOT EXISTS gathered_posts (
  gathering TEXT NOT NULL,
  gathering_id TEXT NOT NULL,
  display_date TEXT NOT NULL,
  document_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (gathering, gathering_id, display_date, document_id, kind),
  FOREIGN KEY (kind, document_id) REFERENCES documents (kind, document_id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS gathered_posts_of_document ON gathered_posts (kind, document_id);
`

export const gatheringsOf = (post: Post): [Gathering, string][] => [
  ...new Set(post.tags).keys().map((id): [Gathering, string] => ['tag', id]),
  ...(post.kind === 'lesson' && post.topic ? [['topic', post.topic] as [Gathering, string]] : []),
]

export const storeGathered = (database: DatabaseSync, post: Post, { date, id }: Place): void => {
  const store = statement(
    database,
    'INSERT INTO gathered_posts (gathering, gathering_id, display_date, document_id, kind) VALUES (?, ?, ?, ?, ?)',
  )
  for (const [gathering, gatheringId] of gatheringsOf(post)) store.run(gathering, gatheringId, date, id, post.kind)
}

/** Whether fewer than `limit` posts of the gathering are newer than `place`. */
export const isAmongNewest = (
  database: DatabaseSync,
  [gathering, gatheringId]: [Gathering, string],
  { date, id }: Place,
  limit: number,
): boolean =>
  statement(
    database,
    `SELECT 1 FROM gathered_posts WHERE gathering = ? AND gathering_id = ? AND (display_date, document_id) > (?, ?)
     LIMIT 1 OFFSET ?`,
  ).get(gathering, gatheringId, date, id, limit - 1) === undefined
