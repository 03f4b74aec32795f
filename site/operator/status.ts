/** `status`: how the portal stands. */
import fs from 'node:fs/promises'
import type { LiveFailure } from '../publisher/live-report.ts'
import { liveName } from '../publisher/releases/layout.ts'
import { listReleases, type Manifest } from '../publisher/releases/manifest.ts'
import { type RebuildProgress, rebuildProgress } from '../publisher/releases/progress.ts'
import { pinnedRelease } from '../publisher/releases/rollback.ts'
import type { RecentChange } from '../publisher/report/history.ts'
import type { SiteState } from './site-state.ts'

const FAILURES_SHOWN = 20
const CHANGES_SHOWN = 5

export type Status = {
  publisher: 'running' | 'stopped'
  /** up to which change everything is taken */
  sequence: number
  live: string | null
  /** the release that an operator went back to: publishing pauses until a rebuild */
  pinned: string | null
  rebuild: RebuildProgress | null
  queue: number
  pages: number
  treeBytes: number
  freeBytes: number
  failures: LiveFailure[]
  /** the newest first */
  lastPublished: RecentChange[]
  slowest: RecentChange[]
  releases: Manifest[]
}

export async function collectStatus(state: SiteState): Promise<Status> {
  const { history, journal, siteDir } = state
  const isRunning = state.isPublisherRunning()
  const { bavail, bsize } = await fs.statfs(siteDir)
  return {
    publisher: isRunning ? 'running' : 'stopped',
    sequence: Number(journal.get('cursor') ?? 0),
    live: await liveName(siteDir),
    pinned: pinnedRelease(journal),
    // one that was killed leaves its last word behind
    rebuild: isRunning ? rebuildProgress(journal) : null,
    queue: journal.pendingCount(),
    ...journal.totals(),
    freeBytes: bavail * bsize,
    failures: journal.failures(FAILURES_SHOWN),
    lastPublished: history.newest(CHANGES_SHOWN),
    slowest: history.slowest(CHANGES_SHOWN),
    releases: await listReleases(siteDir),
  }
}
