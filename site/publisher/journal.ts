/** What is still to be rendered, kept beside the read model: a publish that was killed is finished at the next start. */
import type { DatabaseSync } from 'node:sqlite'

const journalDdl = `
CREATE TABLE IF NOT EXISTS pending_pages (
  address TEXT PRIMARY KEY,
  error TEXT
);
`

export type Journal = ReturnType<typeof openJournal>

export function openJournal(database: DatabaseSync) {
  database.exec(journalDdl)
  const getMeta = database.prepare('SELECT value FROM meta WHERE key = ?')
  const setMeta = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const add = database.prepare(
    'INSERT INTO pending_pages (address) VALUES (?) ON CONFLICT (address) DO UPDATE SET error = NULL',
  )
  const list = database.prepare('SELECT address FROM pending_pages')
  const fail = database.prepare('UPDATE pending_pages SET error = ? WHERE address = ?')
  const finish = database.prepare('DELETE FROM pending_pages WHERE address = ?')
  const errors = database.prepare('SELECT address, error FROM pending_pages WHERE error IS NOT NULL ORDER BY address')
  const known = database.prepare('SELECT hash FROM pages WHERE address = ?')
  const savePage = database.prepare(
    'INSERT INTO pages (address, hash) VALUES (?, ?) ON CONFLICT (address) DO UPDATE SET hash = excluded.hash',
  )
  const dropPage = database.prepare('DELETE FROM pages WHERE address = ?')
  const dropReads = database.prepare('DELETE FROM page_reads WHERE address = ?')
  const addRead = database.prepare('INSERT OR IGNORE INTO page_reads (address, key) VALUES (?, ?)')
  const readers = database.prepare('SELECT address FROM page_reads WHERE key = ?')

  return {
    get: (key: string): string | null => (getMeta.get(key)?.value as string | undefined) ?? null,
    set: (key: string, value: string) => void setMeta.run(key, value),

    addPending: (address: string) => void add.run(address),
    pending: () => list.all().map((row) => String(row.address)),
    failPending: (address: string, error: string) => void fail.run(error, address),
    failures: () => errors.all().map((row) => ({ address: String(row.address), error: String(row.error) })),

    hashOf: (address: string): string | null => (known.get(address)?.hash as string | undefined) ?? null,
    readersOf: (key: string) => readers.all(key).map((row) => String(row.address)),

    /** The page stands in the tree with these bytes, and these were its reads. */
    finishPage(address: string, hash: string, reads: string[]) {
      savePage.run(address, hash)
      dropReads.run(address)
      for (const key of reads) addRead.run(address, key)
      finish.run(address)
    },

    finishRemoval(address: string) {
      dropPage.run(address)
      dropReads.run(address)
      finish.run(address)
    },

    /** Before a release is rendered anew: no page is known, none is pending. */
    forgetPages() {
      database.exec('DELETE FROM pages; DELETE FROM page_reads; DELETE FROM pending_pages')
    },
  }
}

/** All or nothing; nested calls are not meant. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
