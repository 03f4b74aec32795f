/**
 * Which documents changed last, for whoever keeps something of its own in step with the read model (the search index): each
 * document has one row, that of its last change. Written by triggers, in the transaction of the change.
 */
import type { DatabaseSync } from 'node:sqlite'
import { statement } from './reads.ts'

// AUTOINCREMENT: a sequence is never given twice. `document_log_name` tells one log from that of another read model.
export const documentLogDdl = `
CREATE TABLE IF NOT EXISTS document_log (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  UNIQUE (kind, document_id)
);
CREATE TABLE IF NOT EXISTS document_log_name (name TEXT NOT NULL);
CREATE TRIGGER IF NOT EXISTS document_comes AFTER INSERT ON documents BEGIN
  INSERT OR REPLACE INTO document_log (kind, document_id) VALUES (new.kind, new.document_id);
END;
CREATE TRIGGER IF NOT EXISTS document_goes AFTER DELETE ON documents BEGIN
  INSERT OR REPLACE INTO document_log (kind, document_id) VALUES (old.kind, old.document_id);
END;
`

/** For a read model that was filled before there was a log. */
export const nameDocumentLog = (database: DatabaseSync): void => {
  if (statement(database, 'SELECT 1 FROM document_log_name').get()) return
  database.exec(`INSERT INTO document_log_name VALUES (lower(hex(randomblob(8))));
    INSERT OR IGNORE INTO document_log (kind, document_id) SELECT kind, document_id FROM documents`)
}
