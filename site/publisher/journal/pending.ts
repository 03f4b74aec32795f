/** What must be rendered, in the order in which it may appear. */
import type { DatabaseSync } from 'node:sqlite'
import { FIRST_FOR_PROGRAMS, placeOf } from '../batch/order.ts'

export type PendingPage = {
  address: string
  /** it never stood in the tree, as far as the journal knows */
  isNew: boolean
  /** known to exist no more, to be removed when everything else stands */
  gone: boolean
}

export function pendingPages(database: DatabaseSync) {
  const add = database.prepare(
    'INSERT INTO pending_pages (address, place) VALUES (?, ?) ON CONFLICT (address) DO UPDATE SET gone = 0',
  )
  const forgive = database.prepare('DELETE FROM failed_pages WHERE address = ?')
  const next = database.prepare(
    `SELECT address, gone, hash IS NULL AS is_new FROM pending_pages LEFT JOIN pages USING (address)
     ORDER BY gone, place >= ${FIRST_FOR_PROGRAMS} AND hash IS NOT NULL, hash IS NOT NULL, place, address LIMIT ?`,
  )
  const anyPending = database.prepare('SELECT 1 FROM pending_pages LIMIT 1')
  const defer = database.prepare('UPDATE pending_pages SET gone = 1 WHERE address = ?')
  const count = database.prepare('SELECT count(*) AS total FROM pending_pages')
  const untried = database.prepare('SELECT count(*) AS total FROM pending_pages WHERE gone = 0')
  const doubt = database.prepare(
    "UPDATE pages SET hash = '' WHERE address IN (SELECT address FROM pending_pages) AND hash <> ''",
  )

  return {
    addPending(address: string) {
      add.run(address, placeOf(address))
      forgive.run(address)
    },
    nextPending: (limit: number): PendingPage[] =>
      next.all(limit).map((row) => ({
        address: String(row.address),
        isNew: row.is_new === 1,
        gone: row.gone === 1,
      })),
    /** A page that is no more goes last, after everything that may have linked to it. */
    deferRemoval: (address: string) => void defer.run(address),
    isAnyPending: () => anyPending.get() !== undefined,
    /** Pending pages that may still exist. */
    untriedCount: () => Number(untried.get()?.total),
    pendingCount: () => Number(count.get()?.total),
    /** After a batch that died half way: whatever the journal says, the files of pending pages may be newer. */
    doubtPending: () => void doubt.run(),
  }
}
