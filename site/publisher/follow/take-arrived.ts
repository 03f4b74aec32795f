/** Everything that came since the last look goes into the read model in one piece. */

import { inTransaction } from '../../sqlite/in-transaction.ts'
import { applyChanges } from '../apply-changes.ts'
import type { Engine } from './engine.ts'

const COMPLETE = 'complete'

/** A CMS whose log is shorter than what we know is another CMS (restored, replaced): start from its beginning. */
function forgetEverything({ database, journal, logger }: Engine) {
  logger.warn('the change log went back: reading everything anew')
  inTransaction(database, () => {
    journal.forgetEverything()
    database.exec('DELETE FROM documents; DELETE FROM document_links')
  })
}

export function takeArrived(engine: Engine): void {
  const { database, feed, journal, logger } = engine
  if (feed.wentBack()) {
    forgetEverything(engine)
    feed.startedAnew()
  }
  const changes = feed.waiting()
  const count = changes.length
  if (count > 0) {
    const startedAt = performance.now()
    for (const one of applyChanges(database, journal, changes))
      logger.error(one, 'document does not have the expected shape; the last good one stays')
    feed.taken(count)
    logger.info({ changes: count, ms: Math.round(performance.now() - startedAt) }, 'changes taken')
  }
  if (feed.hasCaughtUp() && journal.get(COMPLETE) === null) journal.set(COMPLETE, 'yes')
}

/** Whether the read model was once complete: a tree of half the content must not be shown. */
export const isComplete = ({ journal }: Engine): boolean => journal.get(COMPLETE) !== null
