/** Shared by whoever keeps a SQLite file: publisher, push, search. */
import type { DatabaseSync } from 'node:sqlite'

/** All or nothing; nested calls are not meant. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // a full disk ends the transaction by itself
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
