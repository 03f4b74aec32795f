/** Tells the CMS, beside the work and never in its way; what could not be told is told later. */

import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import type { CmsClient } from '../cms-client.ts'
import { createBell } from '../follow/bell.ts'
import { pauseMs } from '../follow/pauses.ts'
import type { Journal } from '../journal.ts'
import { type LiveReport, MAX_CHANGES_TOLD } from '../live-report.ts'
import { collectReport } from './collect.ts'
import type { EngineState } from './engine-state.ts'
import { openHistory } from './history.ts'

/** Free space and the like change without us. */
const AT_LEAST_EVERY_MS = 60_000

type ReporterSettings = {
  database: DatabaseSync
  journal: Journal
  cms: CmsClient
  siteDir: string
  state: EngineState
  logger: Logger
  signal: AbortSignal
}

export function createReporter({ database, journal, cms, siteDir, state, logger, signal }: ReporterSettings) {
  const bell = createBell()
  const history = openHistory(database)

  /** Told is told: only now it may be forgotten. */
  function forget({ changes, liveAt }: LiveReport) {
    if (changes.length === 0) return
    inTransaction(database, () => {
      history.keep(changes, liveAt)
      for (const { sequence } of changes) journal.forgetChange(sequence)
    })
  }

  async function tell() {
    for (;;) {
      const report = await collectReport(journal, siteDir, state)
      await cms.reportLive(report, signal)
      forget(report)
      const { sequence, changes, failures } = report
      logger.info({ sequence, changes: changes.length, failures: failures.length }, 'reported')
      if (changes.length < MAX_CHANGES_TOLD) return
    }
  }

  async function tellForEver() {
    const clock = setInterval(bell.ring, AT_LEAST_EVERY_MS)
    try {
      for (let attempt = 0; !signal.aborted; ) {
        if (attempt === 0) await bell.rung(signal)
        try {
          await tell()
          attempt = 0
        } catch (error) {
          if (signal.aborted) return
          const reason = error instanceof Error ? error.message : String(error)
          logger.warn({ reason }, 'could not report what is live, trying again')
          await sleep(pauseMs(attempt), undefined, { signal })
          attempt += 1
        }
      }
    } finally {
      clearInterval(clock)
    }
  }

  return {
    /** Runs until the signal; never throws. */
    run: () => tellForEver().catch(() => undefined),
    /** There is something to tell. */
    ring: bell.ring,
  }
}
