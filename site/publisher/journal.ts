/** What stands in the live tree and what is still to be done, beside the read model: a publish that was killed is finished at the next start. */
import type { DatabaseSync } from 'node:sqlite'
import { failures } from './journal/failures.ts'
import { treeMedia } from './journal/media.ts'
import { type StandingPage, standingPages } from './journal/pages.ts'
import { pendingPages } from './journal/pending.ts'
import { createTables } from './journal/schema.ts'
import { takenChanges } from './journal/taken-changes.ts'

/** What stands for the build after a change that concerns every page: a new release is due. */
export const OUTDATED = 'outdated'

export type Journal = ReturnType<typeof openJournal>

export function openJournal(database: DatabaseSync) {
  createTables(database)
  const getMeta = database.prepare('SELECT value FROM meta WHERE key = ?')
  const setMeta = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const finish = database.prepare('DELETE FROM pending_pages WHERE address = ?')
  const parts = {
    ...pendingPages(database),
    ...standingPages(database),
    ...takenChanges(database),
    ...failures(database),
    ...treeMedia(database),
  }
  const finishPending = (address: string) => {
    finish.run(address)
    parts.forgivePage(address)
  }

  return {
    ...parts,
    get: (key: string): string | null => (getMeta.get(key)?.value as string | undefined) ?? null,
    set: (key: string, value: string) => void setMeta.run(key, value),

    /** The page stands in the tree with these bytes, and these were its reads. */
    finishPage(page: StandingPage, now: string) {
      parts.savePage(page)
      parts.replaceMedia(page.address, page.media, now)
      finishPending(page.address)
    },

    finishRemoval(address: string, now: string) {
      parts.dropPage(address)
      parts.replaceMedia(address, [], now)
      parts.replaceMissing(address, [])
      finishPending(address)
    },

    /** It was tried in vain; what stood before still stands. */
    finishFailure(failure: Parameters<typeof parts.failPage>[0]) {
      finish.run(failure.address)
      parts.failPage(failure)
    },

    /** All of it was another CMS's. */
    forgetEverything() {
      this.forgetPages()
      parts.forgetChanges()
      database.exec('DELETE FROM quarantined_documents; DELETE FROM meta')
    },

    /**
     * Committed pages go from the write-ahead log into the database file; call it where nobody waits. Otherwise SQLite does it
     * within a commit: a batch of every ten would be late by the flush of the disk.
     */
    moveIntoFile: () => database.exec('PRAGMA wal_checkpoint(PASSIVE)'),

    /** Before a release is rendered anew: no page is known, none is pending. */
    forgetPages() {
      for (const table of ['pages', 'page_reads', 'page_media', 'missing_media', 'tree_media', 'pending_pages'])
        database.exec(`DELETE FROM ${table}`)
      database.exec('DELETE FROM failed_pages; DELETE FROM last_good_documents')
    },
  }
}
