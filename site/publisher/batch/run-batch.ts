/** One batch: render and stage, put in place in order, then say done. One that dies anywhere is done again. */
import fs from 'node:fs/promises'
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import type { PendingPage } from '../journal/pending.ts'
import { finishFailed, finishStaged, withSoundStaleness } from './finish-page.ts'
import { type MakeAllContext, makeAll } from './make-all.ts'
import type { FailedPage, GonePage, Made } from './make-page.ts'
import { isForPrograms } from './order.ts'
import { putInPlace, syncTree, type TreeChange } from './put-in-place.ts'
import { startStopwatch } from './stopwatch.ts'

/** What waits beyond it goes into the next batch: memory stays flat, and the order holds across batches. */
const PAGES_A_BATCH = 2000

export type BatchContext = MakeAllContext & {
  now: () => Date
  pagesABatch?: number
  /**
   * Called within the transaction that says done: what it writes to the database is kept exactly when the batch is.
   * After a crash the same files may come twice.
   */
  onTreeChanged: (change: TreeChange) => void
}
/** Feeds and sitemaps that stand carry whole texts: they are a batch of their own, after the pages they name are live. */
function withoutFeeds(pending: readonly PendingPage[]): readonly PendingPage[] {
  const firstFeed = pending.findIndex(({ address, gone, isNew }) => !gone && !isNew && isForPrograms(address))
  return firstFeed > 0 ? pending.slice(0, firstFeed) : pending
}

export type Outcome = TreeChange & { unchanged: number; failed: FailedPage[]; ms: Record<string, number> }

/** The changes that called for these pages are on the disk before the first rename: no crash leaves files of unknown origin. */
async function flushReadModel(database: DatabaseSync) {
  const file = `${database.location()}-wal`
  const handle = await fs.open(file, 'r').catch(() => null)
  await handle?.datasync()
  await handle?.close()
}

const inState = <S extends Made['state']>(made: Map<string, Made>, state: S) =>
  [...made.values()].filter((page): page is Extract<Made, { state: S }> => page.state === state)

type Done = {
  made: Map<string, Made>
  isHealed: boolean
  gone: readonly GonePage[]
  change: TreeChange
  startedAt: Date
  placedAt: Date
}

function finish(context: BatchContext, { made, isHealed, gone, change, startedAt, placedAt: at }: Done) {
  const { database, journal, onTreeChanged } = context
  inTransaction(database, () => {
    for (const page of inState(made, 'staged')) {
      journal.settlePage(page.address, page.temporary !== null)
      finishStaged(journal, withSoundStaleness(page, startedAt), at)
    }
    for (const { address } of gone) {
      journal.settlePage(address, journal.hashOf(address) !== null)
      journal.finishRemoval(address, at.toISOString())
    }
    for (const page of inState(made, 'failed')) {
      journal.settlePage(page.address, false)
      finishFailed(database, journal, page)
    }
    if (isHealed) for (const address of journal.failedPages()) journal.addPending(address)
    if (!journal.isAnyPending()) journal.forgetLastGood()
    journal.finishChanges(at.getTime())
    journal.set('live-at', at.toISOString())
    if (change.written.length + change.removed.length > 0) onTreeChanged(change)
  })
}

/** Removals wait until nothing else is pending: a page of a later batch may still link there. */
function removable({ journal }: BatchContext, pages: readonly PendingPage[], made: Map<string, Made>): GonePage[] {
  const gone = inState(made, 'gone')
  if (journal.untriedCount() <= pages.filter((page) => !page.gone).length) return gone
  for (const { address } of gone) journal.deferRemoval(address)
  return []
}

/** @throws what stops every page; the tree then holds some of the batch, and the journal still has all of it as pending */
export async function runBatch(context: BatchContext): Promise<Outcome> {
  const { database, journal, logger, root, staging, now, pagesABatch = PAGES_A_BATCH } = context
  const startedAt = now()
  const made = new Map<string, Made>()
  const stopwatch = startStopwatch()
  try {
    const pages = withoutFeeds(journal.nextPending(pagesABatch))
    const isHealed = await makeAll(context, pages, made)
    stopwatch.lap('render')
    const gone = removable(context, pages, made)
    await flushReadModel(database)
    stopwatch.lap('flush')
    const staged = inState(made, 'staged')
    const change = await putInPlace(root, staged, gone)
    const placedAt = now()
    stopwatch.lap('place')
    await syncTree(root, change)
    stopwatch.lap('sync')
    finish(context, { made, isHealed, gone, change, startedAt, placedAt })
    stopwatch.lap('finish')
    const failed = inState(made, 'failed')
    for (const { address, code, reason } of failed) logger.error({ address, code, reason }, 'page failed')
    for (const { address, media } of staged)
      for (const { name, state } of media) if (state === 'missing') logger.warn({ address, name }, 'upload is missing')
    const unchanged = staged.filter(({ temporary }) => temporary === null).length
    return { ...change, unchanged, failed, ms: stopwatch.laps }
  } catch (error) {
    for (const page of inState(made, 'staged'))
      if (page.temporary) await staging.discard(page.temporary).catch(() => {})
    throw error
  }
}
