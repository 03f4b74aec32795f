/**
 * The sitemap's parts: one a month of display dates, so that a publish writes one of them anew. A month with more posts
 * than a part may hold goes on in further pieces.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Post } from './cards.ts'
import { listsPosts, readColumns } from './navigation.ts'
import { paths } from './paths.ts'
import { statement } from './reads.ts'

export const MOST_IN_A_PART = 10_000
/** Pages that are no posts. */
export const PAGES_PART = 'pages'

export const sitemapDdl = `
CREATE TABLE IF NOT EXISTS sitemap_posts (
  month TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  PRIMARY KEY (month, updated_at, kind, document_id),
  FOREIGN KEY (kind, document_id) REFERENCES documents (kind, document_id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sitemap_posts_of_document ON sitemap_posts (kind, document_id);
CREATE TABLE IF NOT EXISTS sitemap_months (month TEXT PRIMARY KEY, posts INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS post_enters_month AFTER INSERT ON sitemap_posts BEGIN
  INSERT INTO sitemap_months VALUES (new.month, 1) ON CONFLICT (month) DO UPDATE SET posts = posts + 1;
END;
CREATE TRIGGER IF NOT EXISTS post_leaves_month AFTER DELETE ON sitemap_posts BEGIN
  UPDATE sitemap_months SET posts = posts - 1 WHERE month = old.month;
END;
`

/** `2026-11` */
export const monthOf = ({ displayDate }: Pick<Post, 'displayDate'>): string =>
  new Date(displayDate).toISOString().slice(0, 7)

export const storeSitemapPost = (database: DatabaseSync, post: Post): void => {
  statement(database, 'INSERT INTO sitemap_posts (month, updated_at, kind, document_id) VALUES (?, ?, ?, ?)').run(
    monthOf(post),
    new Date(post.updatedAt).toISOString(),
    post.kind,
    post.documentId,
  )
}

const listedColumns = (database: DatabaseSync): string =>
  JSON.stringify(
    readColumns(database)
      .filter(listsPosts)
      .map(({ documentId }) => documentId),
  )

export interface SitemapPost {
  section: string
  slug: string
  updatedAt: string
}

/** Posts of a month that readers can open, in an order that a change of one does not alter. */
export const postsOfMonth = (database: DatabaseSync, month: string): SitemapPost[] => {
  const columns = new Map(
    readColumns(database)
      .filter(listsPosts)
      .map(({ documentId, slug }) => [documentId, slug]),
  )
  // Where two posts claim one slug, the page is the first one's.
  const found = new Map<string, SitemapPost>()
  const rows = statement(
    database,
    `SELECT slug, column_id, updated_at FROM sitemap_posts JOIN documents USING (kind, document_id)
     WHERE month = ? ORDER BY document_id`,
  ).all(month)
  for (const { slug, column_id, updated_at } of rows) {
    const section = columns.get(String(column_id))
    const address = `${section}/${slug}`
    if (section === undefined || found.has(address)) continue
    found.set(address, { section, slug: String(slug), updatedAt: String(updated_at) })
  }
  return [...found.values()]
}

export interface SitemapMonth {
  month: string
  /** of the post that changed last */
  updatedAt: string
  pieces: number
}

const entryOf = (database: DatabaseSync, month: string, columns: string): SitemapMonth | null => {
  const last = statement(
    database,
    `SELECT updated_at FROM sitemap_posts CROSS JOIN documents USING (kind, document_id)
     WHERE month = ? AND column_id IN (SELECT value FROM json_each(?)) ORDER BY updated_at DESC LIMIT 1`,
  ).get(month, columns)
  if (!last) return null
  const { posts } = statement(database, 'SELECT posts FROM sitemap_months WHERE month = ?').get(month) ?? {}
  const pieces = Number(posts) > MOST_IN_A_PART ? Math.ceil(postsOfMonth(database, month).length / MOST_IN_A_PART) : 1
  return { month, updatedAt: String(last.updated_at), pieces }
}

/** Months that readers can see something of, the oldest first. */
export const sitemapMonths = (database: DatabaseSync): SitemapMonth[] => {
  const columns = listedColumns(database)
  return statement(database, 'SELECT month FROM sitemap_months WHERE posts > 0 ORDER BY month')
    .all()
    .map(({ month }) => entryOf(database, String(month), columns))
    .filter((entry) => entry !== null)
}

/** `2026-11`, then `2026-11-2` … */
const partNames = ({ month, pieces }: Pick<SitemapMonth, 'month' | 'pieces'>): string[] =>
  Array.from({ length: pieces }, (_, index) => (index === 0 ? month : `${month}-${index + 1}`))

export const partAddresses = (entry: Pick<SitemapMonth, 'month' | 'pieces'>): string[] =>
  partNames(entry).map(paths.sitemapPart)

/** The parts in which a month stands now. */
export const addressesOfMonth = (database: DatabaseSync, month: string): string[] => {
  const entry = entryOf(database, month, listedColumns(database))
  return entry ? partAddresses(entry) : []
}

/** `2026-11-2` → the second piece of that month; null for what is no part's name. */
export const pieceNamed = (part: string): { month: string; piece: number } | null => {
  const [, month, piece = '1'] = /^(\d{4}-\d{2})(?:-([2-9]|[1-9]\d+))?$/.exec(part) ?? []
  return month === undefined ? null : { month, piece: Number(piece) }
}
