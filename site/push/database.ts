/** Who wants to hear of new posts, and which posts were new: one SQLite file beside the read model, which may not be thrown away. */
import { DatabaseSync } from 'node:sqlite'

/** neither a publish nor a reader waits longer for the other process */
const BUSY_TIMEOUT_MS = 500

const ddl = `
-- a device: where the browser's push service takes messages for it, and nothing about a person
CREATE TABLE IF NOT EXISTS subscriptions (
  id INTEGER PRIMARY KEY,
  endpoint TEXT NOT NULL UNIQUE,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  choices TEXT NOT NULL,
  -- announcements up to this one were told, or given up
  told_up_to INTEGER NOT NULL,
  quiet_until_ms INTEGER NOT NULL DEFAULT 0,
  failing_since_ms INTEGER
);
CREATE INDEX IF NOT EXISTS subscriptions_behind ON subscriptions (told_up_to);
-- posts that were live once: they are never new again
CREATE TABLE IF NOT EXISTS known_posts (
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  PRIMARY KEY (kind, document_id)
) WITHOUT ROWID;
-- numbers are never used twice, as subscriptions remember them
CREATE TABLE IF NOT EXISTS announcements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  at_ms INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
`

/** Publisher and server open it at the same time. */
export function openPushDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(ddl)
  return database
}
