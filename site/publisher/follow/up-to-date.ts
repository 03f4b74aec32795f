/** Makes the live tree what the read model says: by batches, or by a release where every page is concerned. */
import { runBatch } from '../batch/run-batch.ts'
import type { Engine } from '../follow.ts'
import { inTransaction } from '../journal.ts'
import { sweepMedia } from '../media/sweep.ts'
import { buildRelease, liveLink, liveRelease } from '../releases.ts'
import type { Renderer } from '../renderer.ts'
import { callStalePages } from './clock.ts'
import { takeArrived } from './take-arrived.ts'

async function needsRelease({ journal, siteDir }: Engine, renderer: Renderer): Promise<boolean> {
  return journal.get('build') !== renderer.buildId || (await liveRelease(siteDir)) === null
}

/** A first tree of half the content would be seen by readers. */
async function mayBuild({ feed, siteDir }: Engine): Promise<boolean> {
  return feed.hasCaughtUp() || (await liveRelease(siteDir)) !== null
}

async function release(engine: Engine, renderer: Renderer) {
  const { database, journal, now, onTreeChanged, tell } = engine
  const { name } = await buildRelease({ ...engine, renderer, onProgress: tell })
  inTransaction(database, () => {
    journal.settleEveryPage()
    journal.finishChanges(now().getTime())
    journal.set('live-at', now().toISOString())
    onTreeChanged({ release: name })
  })
  tell()
}

async function batches(engine: Engine, renderer: Renderer) {
  const { database, feed, journal, logger, now, onTreeChanged, placeMedia, siteDir, signal, staging, tell } = engine
  const root = liveLink(siteDir)
  const context = { database, journal, render: renderer.render, root, staging, placeMedia, logger, now, onTreeChanged }
  callStalePages(database, journal, now())
  while (journal.isAnyPending() && !feed.isBehind()) {
    signal.throwIfAborted()
    const { written, removed, unchanged, failed } = await runBatch(context)
    logger.info({ written: written.length, removed: removed.length, unchanged, failed: failed.length }, 'live')
    tell()
    takeArrived(engine)
    if (await needsRelease(engine, renderer)) return
  }
  await sweepMedia(context)
}

export async function bringTreeUpToDate(engine: Engine, renderer: Renderer): Promise<void> {
  if (engine.feed.isBehind()) return
  if (await needsRelease(engine, renderer)) {
    if (!(await mayBuild(engine))) return
    await release(engine, renderer)
  }
  await batches(engine, renderer)
}
