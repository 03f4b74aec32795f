/** Wakes the loop when something falls due. The journal is the schedule; the timer is a hint. */

import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import type { Journal } from '../journal.ts'
import { sweepAt } from '../media/sweep.ts'
import type { Bell } from './bell.ts'
import type { Retry } from './retry.ts'

/** Also looks again after the clock of the machine was set. */
const LONGEST_SLEEP_MS = 60_000

/** Pages that show something else by now are pending. */
export function callStalePages(database: DatabaseSync, journal: Journal, now: Date): void {
  const stale = journal.staleSince(now.toISOString())
  if (stale.length === 0) return
  inTransaction(database, () => {
    for (const address of stale) {
      journal.addPending(address)
      journal.clearStaleness(address)
    }
  })
}

export function createClock(journal: Journal, retry: Retry, bell: Bell, now: () => Date) {
  let timer: NodeJS.Timeout | undefined

  return {
    /** Rings at the next instant at which something is due. */
    wind() {
      clearTimeout(timer)
      const stale = journal.nextStaleAt()
      const due = [stale === null ? null : Date.parse(stale), sweepAt(journal), retry.dueAt()].filter(
        (instant) => instant !== null,
      )
      if (due.length === 0) return
      const wait = Math.min(...due) - now().getTime()
      timer = setTimeout(bell.ring, Math.min(Math.max(wait, 1), LONGEST_SLEEP_MS))
    },
    stop: () => clearTimeout(timer),
  }
}
