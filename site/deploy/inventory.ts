/** What the target holds, as far as we know: kept after every single file, so that a deployment goes on where it stopped. */
import { DatabaseSync } from 'node:sqlite'

export type Known = { hash: string; size: number; mtimeMs: number }
export type Inventory = ReturnType<typeof openInventory>

const ddl = `
CREATE TABLE IF NOT EXISTS remote_files (
  path TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  mtime_ms REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
`

/** @param targetName an inventory of another target is worth nothing here: it is forgotten */
export function openInventory(file: string, targetName: string) {
  const database = new DatabaseSync(file, { timeout: 5000 })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(ddl)
  const getMeta = database.prepare('SELECT value FROM meta WHERE key = ?')
  const setMeta = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  if (getMeta.get('target')?.value !== targetName) {
    database.exec('DELETE FROM remote_files; DELETE FROM meta')
    setMeta.run('target', targetName)
  }
  const find = database.prepare('SELECT hash, size, mtime_ms FROM remote_files WHERE path = ?')
  const save = database.prepare(
    `INSERT INTO remote_files (path, hash, size, mtime_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, size = excluded.size, mtime_ms = excluded.mtime_ms`,
  )
  const drop = database.prepare('DELETE FROM remote_files WHERE path = ?')
  const all = database.prepare('SELECT path FROM remote_files ORDER BY path')

  return {
    get: (path: string): Known | null => {
      const row = find.get(path)
      return row ? { hash: String(row.hash), size: Number(row.size), mtimeMs: Number(row.mtime_ms) } : null
    },
    put: (path: string, { hash, size, mtimeMs }: Known) => void save.run(path, hash, size, mtimeMs),
    remove: (path: string) => void drop.run(path),
    *paths(): Iterable<string> {
      for (const row of all.iterate()) yield String(row.path)
    },
    note: (key: string, value: string) => void setMeta.run(key, value),
    noted: (key: string): string | null => (getMeta.get(key)?.value as string | undefined) ?? null,
    close: () => database.close(),
  }
}
