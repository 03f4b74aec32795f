/**
 * Compiled statements of a SQLite connection, kept for the next time. knex prepares every query anew, and one publish makes about
 * a hundred of them: compiling took a quarter of its time.
 */
type Connection = { prepare(sql: string): unknown }

const MOST_KEPT = 500
const READS_OR_WRITES_ROWS = /^\s*(?:select|insert|update|delete|with)\b/i
const LEAVES_THE_SCHEMA = /^\s*(?:begin|commit|rollback|savepoint|release)\b/i

/** Least recently used goes first; whatever may change the schema makes all of them void. */
export function keepStatements(connection: Connection): void {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, unknown>()

  const forgetOldest = () => {
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) return
      kept.delete(oldest)
    }
  }

  connection.prepare = (sql) => {
    if (!READS_OR_WRITES_ROWS.test(sql)) {
      if (!LEAVES_THE_SCHEMA.test(sql)) kept.clear()
      return prepare(sql)
    }
    const statement = kept.get(sql) ?? prepare(sql)
    kept.delete(sql)
    kept.set(sql, statement)
    forgetOldest()
    return statement
  }
}
