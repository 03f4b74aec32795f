/**
 * The read model with drafts laid over it. Views of the connection's own, in memory, take the place of the tables; the file is
 * opened for reading, so nothing can be committed and the publisher never waits. What a preview costs does not depend on
 * how many posts there are.
 */
import fs from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { laidColumnOrderDdl } from '../../src/content/column-order.ts'
import { readModelDdl, storeDocument } from '../../src/content/read-model.ts'
import type { Arrangement } from './arrangement.ts'

/** Tables whose rows belong to one document; the others are the publisher's book-keeping. */
const TABLES_OF_DOCUMENTS = `
  SELECT name FROM main.sqlite_schema AS tables
  WHERE type = 'table' AND 2 = (SELECT count(*) FROM pragma_table_info(tables.name) WHERE name IN ('kind', 'document_id'))`

function columnsOf(database: DatabaseSync, table: string): string[] {
  return database
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => String(name))
}

function shadowDdl(table: string, columns: string[]): string {
  const list = columns.join(', ')
  return `
    CREATE TEMP TABLE laid_${table} AS SELECT ${list} FROM main.${table} WHERE 0;
    CREATE TEMP VIEW ${table} AS
      SELECT ${list} FROM main.${table} WHERE document_id NOT IN (SELECT document_id FROM covered)
      UNION ALL SELECT ${list} FROM laid_${table};
    CREATE TEMP TRIGGER cover_${table} INSTEAD OF DELETE ON ${table} BEGIN
      INSERT OR IGNORE INTO covered VALUES (old.document_id);
      DELETE FROM laid_${table} WHERE kind = old.kind AND document_id = old.document_id;
    END;
    CREATE TEMP TRIGGER lay_${table} INSTEAD OF INSERT ON ${table} BEGIN
      INSERT INTO laid_${table} VALUES (${columns.map((column) => `new.${column}`).join(', ')});
    END;`
}

const tablesOf = (database: DatabaseSync): Set<unknown> =>
  new Set(
    database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name),
  )

/** Before the publisher has made the read model, or made it anew for this version, there is nothing under the drafts. */
function openUnderlying(path: string): DatabaseSync {
  const empty = new DatabaseSync(':memory:')
  empty.exec(readModelDdl)
  if (!fs.existsSync(path)) return empty
  const stored = new DatabaseSync(path, { readOnly: true })
  const isWhole = tablesOf(empty).isSubsetOf(tablesOf(stored))
  const [used, unused] = isWhole ? [stored, empty] : [empty, stored]
  unused.close()
  return used
}

/** @throws ZodError naming the field that a page cannot be shown without; the caller closes the answer */
export function openDraftModel(path: string, { documents }: Pick<Arrangement, 'documents'>): DatabaseSync {
  const database = openUnderlying(path)
  try {
    database.exec('PRAGMA temp_store = MEMORY; CREATE TEMP TABLE covered (document_id TEXT PRIMARY KEY) WITHOUT ROWID')
    const tables = database.prepare(TABLES_OF_DOCUMENTS).all()
    for (const { name } of tables) database.exec(shadowDdl(String(name), columnsOf(database, String(name))))
    database.exec(laidColumnOrderDdl)
    for (const { kind, document } of documents) storeDocument(database, kind, document)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
