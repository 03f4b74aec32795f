/** The feeds as the hub knows them, and those it is to be told of. */
import type { DatabaseSync } from 'node:sqlite'

const ddl = `
CREATE TABLE IF NOT EXISTS websub_feeds (
  address TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER
);
CREATE INDEX IF NOT EXISTS websub_feeds_due ON websub_feeds (due_at) WHERE due_at IS NOT NULL;
`

export type HubTable = ReturnType<typeof openHubTable>

export function openHubTable(database: DatabaseSync) {
  database.exec(ddl)
  const known = database.prepare('SELECT hash FROM websub_feeds WHERE address = ?')
  const note = database.prepare(
    `INSERT INTO websub_feeds (address, hash, due_at) VALUES (:address, :hash, :due)
     ON CONFLICT (address) DO UPDATE SET hash = :hash, tries = 0, due_at = :due`,
  )
  const forget = database.prepare('DELETE FROM websub_feeds WHERE address = ?')
  const due = database.prepare('SELECT address, tries FROM websub_feeds WHERE due_at <= ? ORDER BY address LIMIT ?')
  const next = database.prepare('SELECT min(due_at) AS due FROM websub_feeds WHERE due_at IS NOT NULL')
  const done = database.prepare('UPDATE websub_feeds SET due_at = NULL, tries = 0 WHERE address = ?')
  const later = database.prepare('UPDATE websub_feeds SET tries = tries + 1, due_at = ? WHERE address = ?')

  return {
    hashOf: (address: string): string | null => (known.get(address)?.hash as string | undefined) ?? null,
    /** @param dueAtMs null: the hub need not be told */
    note: (address: string, hash: string, dueAtMs: number | null) => void note.run({ address, hash, due: dueAtMs }),
    forget: (address: string) => void forget.run(address),
    due: (nowMs: number, limit: number) =>
      due.all(nowMs, limit).map(({ address, tries }) => ({ address: String(address), tries: Number(tries) })),
    nextDue: (): number | null => (next.get()?.due as number | null | undefined) ?? null,
    done: (address: string) => void done.run(address),
    /** @param dueAtMs null: given up until the feed changes again */
    later: (address: string, dueAtMs: number | null) => void later.run(dueAtMs, address),
  }
}
