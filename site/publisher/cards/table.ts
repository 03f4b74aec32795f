/** Which pages are to be looked at for their cards, and which files each page has. */
import type { DatabaseSync } from 'node:sqlite'

const ddl = `
-- place 0: somebody has just published it; 1: all pages of a release; 2: gone, its cards may be another's by then
CREATE TABLE IF NOT EXISTS card_work (
  address TEXT PRIMARY KEY,
  place INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS card_work_due ON card_work (place, due_at);
CREATE TABLE IF NOT EXISTS card_files (
  address TEXT NOT NULL,
  file TEXT NOT NULL,
  PRIMARY KEY (address, file)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS card_files_by_file ON card_files (file);
CREATE TABLE IF NOT EXISTS cards_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
`

export type CardTable = ReturnType<typeof openCardTable>

export function openCardTable(database: DatabaseSync) {
  database.exec(ddl)
  const call = database.prepare(
    `INSERT INTO card_work (address, place) VALUES (:address, :place)
     ON CONFLICT (address) DO UPDATE SET place = :place, tries = 0, due_at = 0`,
  )
  const callAll = database.prepare(
    `INSERT OR IGNORE INTO card_work (address, place) SELECT address, 1 FROM pages WHERE address LIKE '%/'
     UNION SELECT address, 1 FROM card_files`,
  )
  const release = database.prepare("SELECT value FROM cards_meta WHERE key = 'release'")
  const setRelease = database.prepare("INSERT OR REPLACE INTO cards_meta VALUES ('release', ?)")
  const next = database.prepare(
    'SELECT address, tries FROM card_work WHERE due_at <= ? ORDER BY place, rowid DESC LIMIT 1',
  )
  const nextDue = database.prepare('SELECT min(due_at) AS due FROM card_work')
  const done = database.prepare('DELETE FROM card_work WHERE address = ?')
  const later = database.prepare('UPDATE card_work SET tries = tries + 1, due_at = ? WHERE address = ?')
  const files = database.prepare('SELECT file FROM card_files WHERE address = ?')
  const add = database.prepare('INSERT OR IGNORE INTO card_files (address, file) VALUES (?, ?)')
  const drop = database.prepare('DELETE FROM card_files WHERE address = ? AND file = ?')
  const isUsed = database.prepare('SELECT 1 FROM card_files WHERE file = ? LIMIT 1')

  return {
    came: (address: string) => void call.run({ address, place: 0 }),
    went: (address: string) => void call.run({ address, place: 2 }),
    /** Once a release: what its pages name may be called otherwise now. */
    callAllOf(name: string) {
      if (release.get()?.value === name) return
      callAll.run()
      setRelease.run(name)
    },
    next: (nowMs: number) => {
      const row = next.get(nowMs)
      return row ? { address: String(row.address), tries: Number(row.tries) } : null
    },
    nextDue: (): number | null => (nextDue.get()?.due as number | null | undefined) ?? null,
    done: (address: string) => void done.run(address),
    later: (address: string, dueAtMs: number) => void later.run(dueAtMs, address),
    filesOf: (address: string) => files.all(address).map(({ file }) => String(file)),
    add: (address: string, file: string) => void add.run(address, file),
    /** @returns whether no page has the file any more */
    drop(address: string, file: string): boolean {
      drop.run(address, file)
      return isUsed.get(file) === undefined
    },
  }
}
