/** Makes the live tree what the read model says: by batches, or by a release where every page is concerned. */

import { inTransaction } from '../../sqlite/in-transaction.ts'
import { runBatch } from '../batch/run-batch.ts'
import { MAX_CHANGES_TOLD } from '../live-report.ts'
import { sweepMedia } from '../media/sweep.ts'
import { buildRelease } from '../releases/build-release.ts'
import { liveLink, liveRelease } from '../releases/layout.ts'
import type { Manifest, ReleaseReason } from '../releases/manifest.ts'
import type { Renderer } from '../renderer.ts'
import { callStalePages } from './clock.ts'
import type { Engine } from './engine.ts'
import { isComplete, takeArrived } from './take-arrived.ts'

async function needsRelease({ journal, siteDir }: Engine, renderer: Renderer): Promise<boolean> {
  return journal.get('build') !== renderer.buildId || (await liveRelease(siteDir)) === null
}

/** @param reason where it is not the journal that knows */
export async function release(engine: Engine, renderer: Renderer, reason?: ReleaseReason): Promise<Manifest> {
  const { database, journal, now, onTreeChanged, tell } = engine
  const manifest = await buildRelease({ ...engine, renderer, onProgress: tell, ...(reason && { reason }) })
  inTransaction(database, () => {
    journal.settleStrays()
    journal.finishChanges(now().getTime())
    // a first start has read the whole log: telling each change of it would keep the CMS busy for minutes
    journal.forgetAllButNewest(MAX_CHANGES_TOLD)
    journal.set('live-at', now().toISOString())
    onTreeChanged({ release: manifest.name })
  })
  tell()
  return manifest
}

async function batch(engine: Engine, renderer: Renderer) {
  const { logger, siteDir, tell } = engine
  const { written, removed, unchanged, failed, ms } = await runBatch({
    ...engine,
    render: renderer.render,
    root: liveLink(siteDir),
  })
  logger.info({ written: written.length, removed: removed.length, unchanged, failed: failed.length, ms }, 'live')
  tell()
}

/** Changes that concern no page, or whose pages are all done. */
export function finishIdleChanges({ database, journal, now, tell }: Engine): void {
  if (journal.firstUnfinished() === null) return
  inTransaction(database, () => {
    journal.settleStrays()
    journal.finishChanges(now().getTime())
  })
  tell()
}

export async function bringTreeUpToDate(engine: Engine, renderer: Renderer): Promise<void> {
  const { database, feed, journal, now, requests, retry, signal, siteDir } = engine
  for (;;) {
    signal.throwIfAborted()
    // the feed rings when the rest has come, and a request rings until it is worked off
    if (feed.isBehind() || requests?.areWaiting()) return
    if (await needsRelease(engine, renderer)) {
      if (!isComplete(engine)) return
      await release(engine, renderer)
    } else {
      retry.callDue(now())
      callStalePages(database, journal, now())
      if (!journal.isAnyPending()) break
      await batch(engine, renderer)
    }
    takeArrived(engine)
  }
  finishIdleChanges(engine)
  retry.watch(now())
  await sweepMedia({ ...engine, root: liveLink(siteDir) })
}
