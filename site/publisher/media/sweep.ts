/** Uploads that no page shows any more leave the tree, after a time in which old pages may still be open somewhere. */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import type { TreeChange } from '../batch/put-in-place.ts'
import { syncTree } from '../batch/put-in-place.ts'
import type { Journal } from '../journal.ts'
import { removeFile } from '../live-tree.ts'
import { mediaFile } from './place.ts'

export const MEDIA_GRACE_MS = 24 * 3600 * 1000
const MOST_AT_ONCE = 500

/** When the next upload may go; milliseconds, null when all are shown. */
export function sweepAt(journal: Journal): number | null {
  const since = journal.nextUnusedSince()
  return since === null ? null : Date.parse(since) + MEDIA_GRACE_MS
}

type Context = {
  database: DatabaseSync
  journal: Journal
  root: string
  now: () => Date
  onTreeChanged: (change: TreeChange) => void
}

export async function sweepMedia({ database, journal, root, now, onTreeChanged }: Context): Promise<void> {
  const before = new Date(now().getTime() - MEDIA_GRACE_MS).toISOString()
  for (;;) {
    const names = journal.unusedSince(before, MOST_AT_ONCE)
    if (names.length === 0) return
    const removed: string[] = []
    for (const name of names) if (await removeFile(root, mediaFile(name))) removed.push(mediaFile(name))
    const change = { written: [], removed }
    await syncTree(root, change)
    inTransaction(database, () => {
      for (const name of names) journal.dropMedia(name)
      if (removed.length > 0) onTreeChanged(change)
    })
  }
}
