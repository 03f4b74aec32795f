/** The last changes that went live, for the operator's command; the CMS has its own memory of them. */
import type { DatabaseSync } from 'node:sqlite'
import type { LiveChange } from '../live-report.ts'

const KEPT = 500

const ddl = `
CREATE TABLE IF NOT EXISTS recent_changes (
  sequence INTEGER PRIMARY KEY,
  live_at TEXT NOT NULL,
  duration_ms INTEGER NOT NULL,
  page_count INTEGER NOT NULL,
  first_page TEXT
);
`

export type RecentChange = {
  sequence: number
  liveAt: string
  durationMs: number
  pageCount: number
  firstPage: string | null
}

const changeOf = (row: Record<string, unknown>): RecentChange => ({
  sequence: Number(row.sequence),
  liveAt: String(row.live_at),
  durationMs: Number(row.duration_ms),
  pageCount: Number(row.page_count),
  firstPage: row.first_page as string | null,
})

export function openHistory(database: DatabaseSync) {
  database.exec(ddl)
  const insert = database.prepare('INSERT OR REPLACE INTO recent_changes VALUES (?, ?, ?, ?, ?)')
  const trim = database.prepare('DELETE FROM recent_changes WHERE sequence <= ?')
  const newest = database.prepare('SELECT * FROM recent_changes ORDER BY sequence DESC LIMIT ?')
  const slowest = database.prepare('SELECT * FROM recent_changes ORDER BY duration_ms DESC LIMIT ?')

  return {
    keep(changes: readonly LiveChange[], liveAt: string) {
      for (const { sequence, durationMs, pages, pageCount } of changes) {
        insert.run(sequence, liveAt, durationMs, pageCount, pages[0] ?? null)
        trim.run(sequence - KEPT)
      }
    },
    newest: (limit: number) => newest.all(limit).map(changeOf),
    slowest: (limit: number) => slowest.all(limit).map(changeOf),
  }
}
