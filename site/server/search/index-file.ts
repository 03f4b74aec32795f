/**
 * The search index: one SQLite file beside the read model, that can be thrown away and is made anew from it. A transaction
 * holds a document together with how far the read model's log has been followed, so a kill at any moment leaves it right.
 */
import fs from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Raise it when another text would be kept of the same document: folding, grams, what is readable, tables. */
export const INDEX_VERSION = 2

const CACHE_KIB = 64 * 1024
const BUSY_TIMEOUT_MS = 5000

const ddl = `
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  -- whose page it is seen on (places.ts)
  place TEXT NOT NULL,
  -- empty where it has no date
  date TEXT NOT NULL,
  validity TEXT,
  title TEXT NOT NULL,
  -- title and numbers
  head TEXT NOT NULL,
  number TEXT,
  text TEXT NOT NULL,
  UNIQUE (kind, document_id)
);
CREATE TABLE post_tags (tag_id TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (tag_id, id)) WITHOUT ROWID;
CREATE INDEX tags_of_post ON post_tags (id);
-- segment.ts: ids and starts are numbers of 32 bits
CREATE TABLE segments (segment INTEGER PRIMARY KEY, ids BLOB NOT NULL, starts BLOB NOT NULL);
-- a segment's are neighbours: written in their order, and taken away together
${['postings', 'head_postings']
  .map(
    (name) => `CREATE TABLE ${name} (
  segment INTEGER NOT NULL, gram INTEGER NOT NULL, positions BLOB NOT NULL, PRIMARY KEY (segment, gram)
) WITHOUT ROWID;`,
  )
  .join('\n')}
-- frequent.ts: a bit for each of its posts
CREATE TABLE frequent (
  segment INTEGER NOT NULL, run TEXT NOT NULL, posts BLOB NOT NULL, PRIMARY KEY (segment, run)
) WITHOUT ROWID;
-- posts that a segment has as they are now; the others are fresh
CREATE TABLE sealed (id INTEGER PRIMARY KEY, segment INTEGER NOT NULL);
CREATE INDEX sealed_in ON sealed (segment);
CREATE TABLE followed (log TEXT NOT NULL, sequence INTEGER NOT NULL);
PRAGMA user_version = ${INDEX_VERSION};
`

const isCurrent = (database: DatabaseSync) =>
  database.prepare('PRAGMA user_version').get()?.user_version === INDEX_VERSION

/** SQLITE_CORRUPT and SQLITE_NOTADB */
export const isBroken = (error: unknown): boolean =>
  [11, 26].includes(((error as { errcode?: number }).errcode ?? 0) & 255)

export function removeIndex(path: string): void {
  for (const end of ['', '-wal', '-shm']) fs.rmSync(path + end, { force: true })
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${CACHE_KIB}`)
  return database
}

function openCurrent(path: string): DatabaseSync | null {
  const database = open(path)
  try {
    if (isCurrent(database)) return database
  } catch (error) {
    if (!isBroken(error)) throw error
  }
  database.close()
  return null
}

function create(path: string): DatabaseSync {
  removeIndex(path)
  const database = open(path)
  database.exec(`BEGIN; ${ddl} COMMIT`)
  return database
}

/** What is missing, broken or of another version is begun anew. */
export function openIndex(path: string): DatabaseSync {
  try {
    const current = fs.existsSync(path) ? openCurrent(path) : null
    if (current) return current
  } catch (error) {
    if (!isBroken(error)) throw error
  }
  return create(path)
}
