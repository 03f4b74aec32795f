import { readEnvironment, sqliteFile } from '../src/environment'
import { LONGEST_LOG_PAGES } from '../src/stores/checkpoints'
import { keepStatements } from '../src/stores/sqlite-statements'

type SqliteConnection = { pragma(sql: string): unknown; prepare(sql: string): unknown }

const BUSY_TIMEOUT_MS = 15_000

/**
 * Import and seed may write beside the running CMS: WAL, and wait instead of failing. A transaction that begins by reading
 * cannot wait for the write lock once another process has written; one that begins IMMEDIATE waits at its beginning.
 */
function prepareSqlite(
  connection: SqliteConnection,
  done: (error: Error | null, connection: SqliteConnection) => void,
) {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = NORMAL')
  connection.pragma(`wal_autocheckpoint = ${LONGEST_LOG_PAGES}`)
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  keepStatements(connection)
  const prepare = connection.prepare.bind(connection)
  connection.prepare = (sql) => prepare(sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql)
  done(null, connection)
}

export default () => {
  const environment = readEnvironment()
  if (environment.DATABASE_URL) {
    return {
      connection: {
        client: 'postgres',
        connection: { connectionString: environment.DATABASE_URL },
        pool: { min: 0, max: 10 },
      },
    }
  }
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: sqliteFile(environment) },
      useNullAsDefault: true,
      pool: { min: 1, max: 1, afterCreate: prepareSqlite },
    },
  }
}
