/** What failed is tried again: at the start, with perhaps other code, then ever more rarely, for a page that hangs holds its batch up. */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import { retryQuarantined } from '../batch/quarantine.ts'
import type { Journal } from '../journal.ts'

const MINUTE_MS = 60_000
const PAUSES_MS = [0, MINUTE_MS, 10 * MINUTE_MS, 60 * MINUTE_MS]

export type Retry = ReturnType<typeof createRetry>

export function createRetry(database: DatabaseSync, journal: Journal) {
  let attempt = 1
  let failures = 0
  let dueAt: number | null = Number.NEGATIVE_INFINITY

  return {
    /** Milliseconds; null where nothing failed, or where it was tried often enough. */
    dueAt: () => dueAt,

    callDue(now: Date) {
      if (dueAt === null || dueAt > now.getTime()) return
      dueAt = null
      inTransaction(database, () => {
        for (const address of journal.failedPages()) journal.addPending(address)
        retryQuarantined(database, journal)
      })
    },

    /** To be called when nothing is pending. More failures than before begin the pauses anew. */
    watch(now: Date) {
      const count = journal.failureCount()
      if (count > failures) attempt = 1
      failures = count
      const pause = PAUSES_MS[attempt]
      if (count === 0 || dueAt !== null || pause === undefined) return
      dueAt = now.getTime() + pause
      attempt += 1
    },
  }
}
