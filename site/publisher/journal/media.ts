/** Which page shows which upload, and which uploads stand in the live tree. */
import type { DatabaseSync } from 'node:sqlite'

export function treeMedia(database: DatabaseSync) {
  const ofPage = database.prepare('SELECT name FROM page_media WHERE address = ?')
  const show = database.prepare('INSERT OR IGNORE INTO page_media (address, name) VALUES (?, ?)')
  const hide = database.prepare('DELETE FROM page_media WHERE address = ? AND name = ?')
  const use = database.prepare('UPDATE tree_media SET unused_since = NULL WHERE name = ? AND unused_since IS NOT NULL')
  const disuse = database.prepare(
    `UPDATE tree_media SET unused_since = ? WHERE name = ? AND unused_since IS NULL
     AND NOT EXISTS (SELECT 1 FROM page_media WHERE page_media.name = tree_media.name)`,
  )
  const place = database.prepare(
    `INSERT INTO tree_media (name, bytes) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, unused_since = NULL`,
  )
  const unused = database.prepare('SELECT name FROM tree_media WHERE unused_since <= ? LIMIT ?')
  const nextUnused = database.prepare(
    'SELECT min(unused_since) AS instant FROM tree_media WHERE unused_since IS NOT NULL',
  )
  const drop = database.prepare('DELETE FROM tree_media WHERE name = ?')
  const miss = database.prepare('INSERT OR IGNORE INTO missing_media (address, name) VALUES (?, ?)')
  const found = database.prepare('DELETE FROM missing_media WHERE address = ?')

  return {
    mediaOf: (address: string) => ofPage.all(address).map((row) => String(row.name)),
    /** @param now UTC instant, from which the grace time of what is no longer shown counts */
    replaceMedia(address: string, names: Iterable<string>, now: string) {
      const wanted = new Set(names)
      const known = new Set(ofPage.all(address).map((row) => String(row.name)))
      for (const name of wanted.difference(known)) {
        show.run(address, name)
        use.run(name)
      }
      for (const name of known.difference(wanted)) {
        hide.run(address, name)
        disuse.run(now, name)
      }
    },
    mediaStands: (name: string, bytes: number) => void place.run(name, bytes),
    replaceMissing(address: string, names: Iterable<string>) {
      found.run(address)
      for (const name of names) miss.run(address, name)
    },
    unusedSince: (instant: string, limit: number) => unused.all(instant, limit).map((row) => String(row.name)),
    nextUnusedSince: (): string | null => (nextUnused.get()?.instant as string | null | undefined) ?? null,
    dropMedia: (name: string) => void drop.run(name),
  }
}
