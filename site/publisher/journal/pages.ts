/** What stands in the live tree: each page with what it read, shows and weighs. */
import type { DatabaseSync } from 'node:sqlite'
import { everywhereKeys } from '../../src/content/keys.ts'

export type StandingPage = {
  address: string
  hash: string
  bytes: number
  reads: readonly string[]
  staleAt: string | null
  /** names below `/uploads/` that the page points to */
  media: readonly string[]
}

export function standingPages(database: DatabaseSync) {
  const hash = database.prepare('SELECT hash FROM pages WHERE address = ?')
  const save = database.prepare(
    `INSERT INTO pages (address, hash, bytes, stale_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (address) DO UPDATE SET hash = excluded.hash, bytes = excluded.bytes, stale_at = excluded.stale_at`,
  )
  const drop = database.prepare('DELETE FROM pages WHERE address = ?')
  const readsOf = database.prepare('SELECT key FROM page_reads WHERE address = ?')
  const addRead = database.prepare('INSERT OR IGNORE INTO page_reads (address, key) VALUES (?, ?)')
  const dropRead = database.prepare('DELETE FROM page_reads WHERE address = ? AND key = ?')
  const dropReads = database.prepare('DELETE FROM page_reads WHERE address = ?')
  const readers = database.prepare('SELECT address FROM page_reads WHERE key = ?')
  const stale = database.prepare('SELECT address FROM pages WHERE stale_at <= ?')
  const nextStale = database.prepare('SELECT min(stale_at) AS instant FROM pages WHERE stale_at IS NOT NULL')
  const fresh = database.prepare('UPDATE pages SET stale_at = NULL WHERE address = ?')
  const total = database.prepare('SELECT value FROM totals WHERE name = ?')

  /** Most pages read the same as before: only the difference is written. */
  function replaceReads(address: string, reads: readonly string[]) {
    const wanted = new Set(reads.filter((key) => !everywhereKeys.includes(key)))
    const known = new Set(readsOf.all(address).map((row) => String(row.key)))
    for (const key of known.difference(wanted)) dropRead.run(address, key)
    for (const key of wanted.difference(known)) addRead.run(address, key)
  }

  return {
    hashOf: (address: string): string | null => (hash.get(address)?.hash as string | undefined) ?? null,
    readersOf: (key: string) => readers.all(key).map((row) => String(row.address)),
    savePage(page: StandingPage) {
      save.run(page.address, page.hash, page.bytes, page.staleAt)
      replaceReads(page.address, page.reads)
    },
    dropPage(address: string) {
      drop.run(address)
      dropReads.run(address)
    },
    /** @param now UTC instant with milliseconds */
    staleSince: (now: string) => stale.all(now).map((row) => String(row.address)),
    nextStaleAt: (): string | null => (nextStale.get()?.instant as string | null | undefined) ?? null,
    /** It is pending now: the clock need not ring for it again. */
    clearStaleness: (address: string) => void fresh.run(address),
    totals: () => ({ pages: Number(total.get('pages')?.value), treeBytes: Number(total.get('bytes')?.value) }),
  }
}
