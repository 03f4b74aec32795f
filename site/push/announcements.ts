/** Which posts were new, in the order in which they went live. */
import type { DatabaseSync } from 'node:sqlite'

export type PostId = { kind: string; documentId: string }
export type Announcement = PostId & { id: number }

/** More than a message can name; what is older than these is counted no more. */
const MOST_AT_ONCE = 500

export type Announcements = ReturnType<typeof openAnnouncements>

export function openAnnouncements(database: DatabaseSync) {
  const know = database.prepare('INSERT OR IGNORE INTO known_posts (kind, document_id) VALUES (?, ?)')
  const announce = database.prepare('INSERT INTO announcements (kind, document_id, at_ms) VALUES (?, ?, ?)')
  const seen = database.prepare("SELECT value FROM meta WHERE key = 'release'")
  const see = database.prepare("INSERT OR REPLACE INTO meta VALUES ('release', ?)")
  const newest = database.prepare('SELECT max(id) AS id FROM announcements WHERE at_ms <= ?')
  const last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'announcements'")
  const since = database.prepare(
    'SELECT id, kind, document_id FROM announcements WHERE at_ms >= ? AND id <= ? ORDER BY id DESC LIMIT ?',
  )
  const sweep = database.prepare('DELETE FROM announcements WHERE at_ms < ?')

  return {
    /** The release that was looked through last; null before the first look, until which everything counts as old. */
    releaseSeen: () => (seen.get()?.value as string | undefined) ?? null,
    seeRelease: (name: string) => void see.run(name),
    /** @returns whether it was not known before */
    know: ({ kind, documentId }: PostId) => know.run(kind, documentId).changes === 1,
    announce: ({ kind, documentId }: PostId, atMs: number) => void announce.run(kind, documentId, atMs),
    /** The last one that is at least as old as that; 0 where there is none. */
    newestAt: (atMs: number) => Number(newest.get(atMs)?.id ?? 0),
    /** The last one that there ever was. */
    last: () => Number(last.get()?.seq ?? 0),
    /** Not older than `sinceMs`, up to number `upTo`, the newest first. */
    list: (sinceMs: number, upTo: number): Announcement[] =>
      since.all(sinceMs, upTo, MOST_AT_ONCE).map((row) => ({
        id: Number(row.id),
        kind: String(row.kind),
        documentId: String(row.document_id),
      })),
    sweep: (beforeMs: number) => void sweep.run(beforeMs),
  }
}
