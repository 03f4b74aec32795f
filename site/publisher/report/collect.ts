/** Puts together what the CMS is told. */
import fs from 'node:fs/promises'
import type { Journal } from '../journal.ts'
import { type LiveReport, MAX_CHANGES_TOLD, MAX_FAILURES_TOLD, MAX_PAGES_NAMED } from '../live-report.ts'
import { liveName } from '../releases/layout.ts'
import { rebuildProgress } from '../releases/progress.ts'
import { pinnedRelease } from '../releases/rollback.ts'
import type { EngineState } from './engine-state.ts'

export const cursorOf = (journal: Journal): number => Number(journal.get('cursor') ?? 0)

/** Everything up to it is worked off. */
function workedOffUpTo(journal: Journal): number {
  const waiting = journal.firstUnfinished()
  return waiting === null ? cursorOf(journal) : waiting - 1
}

async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await fs.statfs(folder)
  return bavail * bsize
}

/** An operator went back to an old release: nothing is published until they say so. */
function pausedBy(journal: Journal): LiveReport['problem'] {
  const release = pinnedRelease(journal)
  return release === null ? null : { code: 'PAUSED', reason: release }
}

export async function collectReport(journal: Journal, siteDir: string, state: EngineState): Promise<LiveReport> {
  const [freeBytes, release] = await Promise.all([freeBytesAt(siteDir), liveName(siteDir)])
  const rebuild = rebuildProgress(journal)
  return {
    sequence: workedOffUpTo(journal),
    liveAt: journal.get('live-at') ?? new Date().toISOString(),
    changes: journal.workedOff(MAX_CHANGES_TOLD, MAX_PAGES_NAMED),
    failures: journal.failures(MAX_FAILURES_TOLD),
    problem: state.problem ?? pausedBy(journal),
    health: {
      queue: journal.pendingCount(),
      ...journal.totals(),
      freeBytes,
      release,
      rebuild: rebuild && { done: rebuild.done, total: rebuild.total, startedAt: rebuild.startedAt },
    },
  }
}
