/** Which change made which pages pending, until the CMS has been told that it is live. */
import type { DatabaseSync } from 'node:sqlite'

/** One change can touch every later archive page of its column: more than this many are not counted one by one. */
export const MAX_PAGES_COUNTED = 1000

export type WorkedOff = { sequence: number; durationMs: number; pages: string[]; pageCount: number }

export function takenChanges(database: DatabaseSync) {
  const take = database.prepare(
    `INSERT INTO taken_changes (sequence, taken_at_ms) VALUES (?, ?)
     ON CONFLICT (sequence) DO UPDATE SET taken_at_ms = excluded.taken_at_ms, duration_ms = NULL`,
  )
  const cause = database.prepare(
    `INSERT INTO change_pages (sequence, address) VALUES (?, ?)
     ON CONFLICT (sequence, address) DO UPDATE SET written = NULL`,
  )
  const settle = database.prepare('UPDATE change_pages SET written = ? WHERE address = ? AND written IS NULL')
  const settleAll = database.prepare('UPDATE change_pages SET written = 0 WHERE written IS NULL')
  const settleStrays = database.prepare(
    `UPDATE change_pages SET written = 1 WHERE written IS NULL
     AND NOT EXISTS (SELECT 1 FROM pending_pages WHERE pending_pages.address = change_pages.address)`,
  )
  const finish = database.prepare(
    `UPDATE taken_changes SET duration_ms = max(0, ? - taken_at_ms) WHERE duration_ms IS NULL AND NOT EXISTS
     (SELECT 1 FROM change_pages WHERE change_pages.sequence = taken_changes.sequence AND written IS NULL)`,
  )
  const firstWaiting = database.prepare('SELECT min(sequence) AS first FROM taken_changes WHERE duration_ms IS NULL')
  const done = database.prepare(
    'SELECT sequence, duration_ms FROM taken_changes WHERE duration_ms IS NOT NULL ORDER BY sequence LIMIT ?',
  )
  const written = database.prepare('SELECT address FROM change_pages WHERE sequence = ? AND written = 1 LIMIT ?')
  const countWritten = database.prepare('SELECT count(*) AS total FROM change_pages WHERE sequence = ? AND written = 1')
  const lastOfOthers = database.prepare(
    'SELECT sequence FROM taken_changes WHERE duration_ms IS NOT NULL ORDER BY sequence DESC LIMIT 1 OFFSET ?',
  )
  const forgetUpTo = database.prepare('DELETE FROM taken_changes WHERE duration_ms IS NOT NULL AND sequence <= ?')
  const forgetPagesUpTo = database.prepare(
    'DELETE FROM change_pages WHERE sequence <= ? AND sequence NOT IN (SELECT sequence FROM taken_changes)',
  )
  const forget = database.prepare('DELETE FROM taken_changes WHERE sequence = ?')
  const forgetPages = database.prepare('DELETE FROM change_pages WHERE sequence = ?')

  return {
    takeChange(sequence: number, takenAtMs: number, addresses: Iterable<string>) {
      take.run(sequence, takenAtMs)
      for (const address of addresses) cause.run(sequence, address)
    },
    /** The page was tried: it is written (or removed), or it stands as it was. */
    settlePage: (address: string, wasWritten: boolean) => void settle.run(wasWritten ? 1 : 0, address),
    /** Where nothing is rendered, nothing is waited for. */
    settleAll: () => void settleAll.run(),
    /** Pages that wait no more, because a release took their place. */
    settleStrays: () => void settleStrays.run(),
    /** Changes none of whose pages waits any more are worked off. */
    finishChanges: (nowMs: number) => void finish.run(nowMs),
    /** The first change of which a page still waits. */
    firstUnfinished: (): number | null => (firstWaiting.get()?.first as number | null | undefined) ?? null,
    workedOff: (limit: number, maxPages: number): WorkedOff[] =>
      done.all(limit).map(({ sequence, duration_ms }) => ({
        sequence: Number(sequence),
        durationMs: Number(duration_ms),
        pages: written.all(sequence as number, maxPages).map(({ address }) => String(address)),
        pageCount: Number(countWritten.get(sequence as number)?.total),
      })),
    forgetChanges() {
      database.exec('DELETE FROM taken_changes; DELETE FROM change_pages')
    },
    /** Of what is worked off only the newest `count` changes are told one by one; the others are known to be live by their number. */
    forgetAllButNewest(count: number) {
      const sequence = lastOfOthers.get(count)?.sequence
      if (sequence === undefined) return
      forgetUpTo.run(sequence)
      forgetPagesUpTo.run(sequence)
    },
    forgetChange(sequence: number) {
      forgetPages.run(sequence)
      forget.run(sequence)
    },
  }
}
