/** The read model: everything the portal shows, in one SQLite file that can be thrown away and rebuilt from the CMS. */
import { DatabaseSync } from 'node:sqlite'
import { cardOf, isPostKind, type Post } from './cards.ts'
import { columnOrderDdl, cutColumns, cutLongSpan, type Place } from './column-order.ts'
import { documentLogDdl, nameDocumentLog } from './document-log.ts'
import { type DocumentOf, documentSchemas, type Kind } from './documents.ts'
import { gatheringDdl, storeGathered } from './gatherings.ts'
import type { Relation } from './keys.ts'
import { fillTerms, postTermsDdl, storeTerms } from './post-terms.ts'
import { statement } from './reads.ts'
import { sitemapDdl, storeSitemapPost } from './sitemap.ts'

export const readModelDdl = `
CREATE TABLE IF NOT EXISTS documents (
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  slug TEXT,
  column_id TEXT,
  display_date TEXT,
  pinned_until TEXT,
  card TEXT,
  json TEXT NOT NULL,
  PRIMARY KEY (kind, document_id)
);
CREATE INDEX IF NOT EXISTS documents_in_column ON documents (column_id, display_date, document_id) WHERE column_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS documents_by_slug ON documents (column_id, slug) WHERE column_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS documents_pinned ON documents (column_id, pinned_until) WHERE pinned_until IS NOT NULL;
CREATE TABLE IF NOT EXISTS document_links (
  relation TEXT NOT NULL,
  target_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  PRIMARY KEY (relation, target_id, kind, document_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS links_of_document ON document_links (kind, document_id);
CREATE TABLE IF NOT EXISTS former_addresses (
  column_id TEXT NOT NULL,
  slug TEXT NOT NULL,
  left_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  PRIMARY KEY (column_id, slug, kind, document_id),
  FOREIGN KEY (kind, document_id) REFERENCES documents (kind, document_id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS former_addresses_of_document ON former_addresses (kind, document_id);
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
${columnOrderDdl}${documentLogDdl}${gatheringDdl}${sitemapDdl}${postTermsDdl}`

const BUSY_TIMEOUT_MS = 5000
/** Pages; the publisher empties the log between two batches (`moveIntoFile`), a commit does it only where that is not enough. */
const LONGEST_LOG_PAGES = 8000

/** Opened for writing it is created where it is missing, in WAL mode, so that readers never wait. */
export const openReadModel = (path: string, { readOnly }: { readOnly: boolean }): DatabaseSync => {
  const database = new DatabaseSync(path, { readOnly, timeout: BUSY_TIMEOUT_MS })
  if (!readOnly) {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    database.exec(`PRAGMA wal_autocheckpoint = ${LONGEST_LOG_PAGES}`)
    database.exec(readModelDdl)
    cutColumns(database)
    nameDocumentLog(database)
    fillTerms(database)
  }
  return database
}

type Linking = Post | ({ kind: 'page' } & DocumentOf<'page'>)

const relationsOf = (stored: Linking): [Relation, string][] => {
  switch (stored.kind) {
    case 'page':
      return stored.column ? [['column', stored.column]] : []
    case 'article':
      return stored.representative ? [['representative', stored.representative]] : []
    case 'lesson':
      return stored.topic ? [['topic', stored.topic]] : []
    case 'policy':
      return stored.replaces.map((id): [Relation, string] => ['replaces', id])
    default:
      return []
  }
}

// One precision for all, or dates would not compare as text.
const normalised = (instant: string | null): string | null =>
  instant === null ? null : new Date(instant).toISOString()

/** Where a post stands among those of its column. */
export const placeOf = ({ displayDate, documentId }: Pick<Post, 'displayDate' | 'documentId'>): Place => ({
  date: new Date(displayDate).toISOString(),
  id: documentId,
})

/** What stands in the place of a column for pages that belong to none. */
export const NO_COLUMN = ''

type Moved = Pick<Post | DocumentOf<'page'>, 'documentId' | 'formerAddresses'>

const storeFormerAddresses = (database: DatabaseSync, kind: Kind, { documentId, formerAddresses }: Moved): void => {
  const store = statement(
    database,
    'INSERT OR REPLACE INTO former_addresses (column_id, slug, left_at, kind, document_id) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { column, slug, leftAt } of formerAddresses)
    store.run(column ?? NO_COLUMN, slug, normalised(leftAt), kind, documentId)
}

/** @throws ZodError when `document` does not have the shape of its kind */
export const storeDocument = (database: DatabaseSync, kind: Kind, document: unknown): void => {
  const parsed = documentSchemas[kind].parse(document)
  const post = isPostKind(kind) ? ({ ...parsed, kind } as Post) : null
  removeDocument(database, kind, parsed.documentId)
  statement(
    database,
    `INSERT INTO documents (kind, document_id, slug, column_id, display_date, pinned_until, card, json)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    kind,
    parsed.documentId,
    'slug' in parsed ? parsed.slug : null,
    post?.column ?? null,
    normalised(post?.displayDate ?? null),
    normalised(post?.pinnedUntil ?? null),
    post ? JSON.stringify(cardOf(post)) : null,
    JSON.stringify(parsed),
  )
  if (post) {
    cutLongSpan(database, post.column, placeOf(post))
    storeGathered(database, post, placeOf(post))
    storeSitemapPost(database, post)
    storeTerms(database, post, placeOf(post))
  }
  if ('formerAddresses' in parsed) storeFormerAddresses(database, kind, parsed)
  const link = statement(
    database,
    'INSERT OR IGNORE INTO document_links (relation, target_id, kind, document_id) VALUES (?, ?, ?, ?)',
  )
  if (!post && kind !== 'page') return
  for (const [relation, target] of relationsOf({ ...parsed, kind } as Linking))
    link.run(relation, target, kind, parsed.documentId)
}

export const removeDocument = (database: DatabaseSync, kind: Kind, documentId: string): void => {
  statement(database, 'DELETE FROM document_links WHERE kind = ? AND document_id = ?').run(kind, documentId)
  statement(database, 'DELETE FROM documents WHERE kind = ? AND document_id = ?').run(kind, documentId)
}

export const storedDocument = <K extends Kind>(
  database: DatabaseSync,
  kind: K,
  documentId: string,
): DocumentOf<K> | null => {
  const row = statement(database, 'SELECT json FROM documents WHERE kind = ? AND document_id = ?').get(kind, documentId)
  return row ? (documentSchemas[kind].parse(JSON.parse(String(row.json))) as DocumentOf<K>) : null
}
