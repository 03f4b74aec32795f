/** Renders and stages the pages of a batch, and those that change again because a document had to be left out. */
import type { DatabaseSync } from 'node:sqlite'
import type { Logger } from 'pino'
import type { PendingPage } from '../journal/pending.ts'
import { eachAtOnce } from './each-at-once.ts'
import { holdBack } from './hold-back.ts'
import { type FailedPage, type Made, type MakeContext, makePage } from './make-page.ts'
import { quarantineOwner } from './quarantine.ts'

/** Enough to keep a pool of rendering threads and the disk busy at the same time. */
const PAGES_AT_ONCE = 8

export type MakeAllContext = MakeContext & { database: DatabaseSync; logger: Logger }

async function makeEach(context: MakeAllContext, pages: readonly PendingPage[], made: Map<string, Made>) {
  await eachAtOnce(pages, PAGES_AT_ONCE, async (page) => {
    const before = made.get(page.address)
    if (before?.state === 'staged' && before.temporary) await context.staging.discard(before.temporary)
    made.delete(page.address)
    made.set(page.address, await makePage(context, page))
  })
}

/** Puts owners of failed new pages aside; answers the pages of the batch that must be made again. */
function leaveOut(context: MakeAllContext, made: Map<string, Made>, left: Set<string>): PendingPage[] {
  const again = new Set<string>()
  for (const failed of [...made.values()]) {
    if (failed.state !== 'failed' || !failed.isNew) continue
    const { address, isNew, reason } = failed
    const touched = quarantineOwner(context, failed)
    // nobody's page any more: it need not be
    if (!touched && left.has(address)) made.set(address, { state: 'gone', address, isNew })
    if (!touched) continue
    context.logger.error({ address, reason }, 'document left out: its own page cannot be made')
    left.add(address)
    again.add(address)
    for (const page of made.values())
      if (page.state === 'gone' || (page.state === 'staged' && page.reads.some((key) => touched.has(key))))
        again.add(page.address)
  }
  return [...again].map((address) => ({ address, isNew: context.journal.hashOf(address) === null, gone: false }))
}

/**
 * Fills `made`, also when it throws: what is staged is known then, and can be discarded.
 * @returns whether a page can be made now that was missing before: what was held back because of it may come, too
 */
export async function makeAll(
  context: MakeAllContext,
  pages: readonly PendingPage[],
  made: Map<string, Made>,
): Promise<boolean> {
  const left = new Set<string>()
  for (let next = [...pages]; next.length > 0; ) {
    await makeEach(context, next, made)
    next = leaveOut(context, made, left)
  }
  const before = context.journal.missingPages()
  const absent = [...made.values()].filter((page): page is FailedPage => page.state === 'failed' && page.isNew)
  const missing = new Set(before.filter((address) => !made.has(address)))
  await holdBack(made, missing.union(new Set(absent.map(({ address }) => address))))
  return before.some((address) => made.get(address)?.state === 'staged')
}
