/** The tables of the journal. They describe the live tree; without them it is rendered anew. */
import type { DatabaseSync } from 'node:sqlite'

/** Raise it with every change of the tables below: what an older publisher left is then dropped. */
export const SHAPE = 3

const ddl = `
-- what must be rendered
CREATE TABLE IF NOT EXISTS pending_pages (
  address TEXT PRIMARY KEY,
  place INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0
);
-- what could not be; tried again at the next start, at a retry and when a change touches it
CREATE TABLE IF NOT EXISTS failed_pages (
  address TEXT PRIMARY KEY,
  kind TEXT,
  document_id TEXT,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  old_stands INTEGER NOT NULL
);
-- documents that wait outside the read model, because their own page cannot be made
CREATE TABLE IF NOT EXISTS quarantined_documents (
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  json TEXT NOT NULL,
  address TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  old_stands INTEGER NOT NULL,
  PRIMARY KEY (kind, document_id)
);
-- documents that moved, as they were at their old address, until everything pending is done
CREATE TABLE IF NOT EXISTS last_good_documents (
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (kind, document_id)
);
-- what stands in the live tree
CREATE TABLE IF NOT EXISTS pages (
  address TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  stale_at TEXT
);
CREATE INDEX IF NOT EXISTS pages_by_staleness ON pages (stale_at) WHERE stale_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS page_reads (
  address TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (address, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_reads_by_key ON page_reads (key);
CREATE TABLE IF NOT EXISTS page_media (
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (address, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_media_by_name ON page_media (name);
CREATE TABLE IF NOT EXISTS missing_media (
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (address, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tree_media (
  name TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  unused_since TEXT
);
CREATE INDEX IF NOT EXISTS tree_media_unused ON tree_media (unused_since) WHERE unused_since IS NOT NULL;
CREATE TABLE IF NOT EXISTS totals (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT OR IGNORE INTO totals VALUES ('pages', 0), ('bytes', 0);
CREATE TRIGGER IF NOT EXISTS page_comes AFTER INSERT ON pages BEGIN
  UPDATE totals SET value = value + CASE name WHEN 'pages' THEN 1 ELSE new.bytes END;
END;
CREATE TRIGGER IF NOT EXISTS page_changes AFTER UPDATE OF bytes ON pages WHEN new.bytes <> old.bytes BEGIN
  UPDATE totals SET value = value + new.bytes - old.bytes WHERE name = 'bytes';
END;
CREATE TRIGGER IF NOT EXISTS page_goes AFTER DELETE ON pages BEGIN
  UPDATE totals SET value = value - CASE name WHEN 'pages' THEN 1 ELSE old.bytes END;
END;
CREATE TRIGGER IF NOT EXISTS media_come AFTER INSERT ON tree_media BEGIN
  UPDATE totals SET value = value + new.bytes WHERE name = 'bytes';
END;
CREATE TRIGGER IF NOT EXISTS media_change AFTER UPDATE OF bytes ON tree_media WHEN new.bytes <> old.bytes BEGIN
  UPDATE totals SET value = value + new.bytes - old.bytes WHERE name = 'bytes';
END;
CREATE TRIGGER IF NOT EXISTS media_go AFTER DELETE ON tree_media BEGIN
  UPDATE totals SET value = value - old.bytes WHERE name = 'bytes';
END;
-- changes that were taken and not yet reported live; duration_ms is null while one of their pages waits
CREATE TABLE IF NOT EXISTS taken_changes (
  sequence INTEGER PRIMARY KEY,
  taken_at_ms INTEGER NOT NULL,
  duration_ms INTEGER
);
CREATE TABLE IF NOT EXISTS change_pages (
  sequence INTEGER NOT NULL,
  address TEXT NOT NULL,
  written INTEGER,
  PRIMARY KEY (sequence, address)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS change_pages_waiting ON change_pages (address) WHERE written IS NULL;
`

const tables = [
  ...['pending_pages', 'failed_pages', 'quarantined_documents', 'pages', 'page_reads', 'page_media', 'missing_media'],
  ...['last_good_documents', 'tree_media', 'totals', 'taken_changes', 'change_pages'],
]

/** Of an older shape nothing is kept: the read model is filled from the CMS again, the tree rendered anew. */
function dropOlder(database: DatabaseSync) {
  const stands = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'pending_pages'").get() !== undefined
  if (!stands || database.prepare('PRAGMA user_version').get()?.user_version === SHAPE) return
  for (const table of tables) database.exec(`DROP TABLE IF EXISTS ${table}`)
  database.exec('DELETE FROM documents; DELETE FROM document_links; DELETE FROM meta')
}

export function createTables(database: DatabaseSync): void {
  dropOlder(database)
  database.exec(ddl)
  database.exec(`PRAGMA user_version = ${SHAPE}`)
}
