/**
 * `post_terms`: which posts have which term, in the order of their places. A page shows related posts that are older than its own,
 * of each term only the nearest: so what a change of one post touches is bounded, and a new post touches no other page.
 */
import type { DatabaseSync } from 'node:sqlite'
import { isPostKind, type Post } from './cards.ts'
import type { Place } from './column-order.ts'
import { documentSchemas, type Kind } from './documents.ts'
import { statement } from './reads.ts'
import { termRules, termsOf } from './terms.ts'

export const postTermsDdl = `
CREATE TABLE IF NOT EXISTS post_terms (
  term TEXT NOT NULL,
  display_date TEXT NOT NULL,
  document_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (term, display_date, document_id, kind),
  FOREIGN KEY (kind, document_id) REFERENCES documents (kind, document_id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS terms_of_post ON post_terms (kind, document_id);
`

/** Posts of one term that a page looks at. */
export const NEAREST = 6

export const storeTerms = (database: DatabaseSync, post: Post, { date, id }: Place): void => {
  const store = statement(
    database,
    'INSERT INTO post_terms (term, display_date, document_id, kind) VALUES (?, ?, ?, ?)',
  )
  for (const term of termsOf(post.kind, post)) store.run(term, date, id, post.kind)
}

const RULES = 'terms'

/** For a read model that was filled by other rules, or before there were any. */
export const fillTerms = (database: DatabaseSync): void => {
  const known = statement(database, 'SELECT value FROM meta WHERE key = ?').get(RULES)?.value
  if (known === termRules) return
  database.exec('SAVEPOINT fill_terms')
  try {
    fillAnew(database)
    statement(database, 'INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(RULES, termRules)
  } catch (error) {
    database.exec('ROLLBACK TO fill_terms')
    throw error
  } finally {
    database.exec('RELEASE fill_terms')
  }
}

const fillAnew = (database: DatabaseSync): void => {
  statement(database, 'DELETE FROM post_terms').run()
  const rows = statement(
    database,
    'SELECT kind, document_id, display_date, json FROM documents WHERE display_date IS NOT NULL',
  ).iterate()
  for (const { kind, document_id, display_date, json } of rows) {
    if (!isPostKind(String(kind))) continue
    const post = { ...documentSchemas[kind as Kind].parse(JSON.parse(String(json))), kind } as Post
    storeTerms(database, post, { date: String(display_date), id: String(document_id) })
  }
}

export const termsOfPost = (database: DatabaseSync, kind: Kind, documentId: string): string[] =>
  statement(database, 'SELECT term FROM post_terms WHERE kind = ? AND document_id = ? ORDER BY term')
    .all(kind, documentId)
    .map(({ term }) => String(term))

/** Posts that look at the one at this place because of one of its terms. */
export const postsLookingAt = (database: DatabaseSync, terms: readonly string[], { date, id }: Place) =>
  terms.flatMap((term) =>
    statement(
      database,
      `SELECT kind, document_id, display_date FROM post_terms WHERE term = ? AND (display_date, document_id) > (?, ?)
       ORDER BY display_date, document_id LIMIT ?`,
    )
      .all(term, date, id, NEAREST)
      .map((row) => ({ kind: row.kind as Kind, documentId: String(row.document_id) })),
  )
