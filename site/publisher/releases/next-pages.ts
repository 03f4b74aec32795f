/** What stands in a release that is being rendered; the journal learns of it when the release becomes live. */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction, type Journal } from '../journal.ts'
import type { WrittenPage } from '../render-protocol.ts'

export type FailedPage = {
  address: string
  code: 'RENDER_FAILED' | 'RENDER_TIMEOUT'
  reason: string
  oldStands: boolean
}

export type NextPages = ReturnType<typeof openNextPages>

/** Kept in a temporary table: a hundred thousand pages with their reads are too much for the memory. */
export function openNextPages(database: DatabaseSync) {
  database.exec('DROP TABLE IF EXISTS temp.next_pages; CREATE TEMP TABLE next_pages (pages TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO temp.next_pages (pages) VALUES (?)')
  const list = database.prepare('SELECT pages FROM temp.next_pages')
  const hashOf = database.prepare('SELECT hash FROM pages WHERE address = ?')
  const readsOf = database.prepare('SELECT key FROM page_reads WHERE address = ?')
  const failed: FailedPage[] = []

  const add = (pages: readonly WrittenPage[]) => void insert.run(JSON.stringify(pages))

  return {
    add,
    failed: (): readonly FailedPage[] => failed,
    addFailed(page: FailedPage) {
      failed.push(page)
      const standing = hashOf.get(page.address)
      if (!standing || !page.oldStands) return
      // what the old version read still says when it must be rendered again
      const reads = readsOf.all(page.address).map(({ key }) => String(key))
      add([{ address: page.address, hash: String(standing.hash), bytes: 0, reads, staleAt: null }])
    },
    /** From here on the journal describes the new release. */
    takeOver(journal: Journal, meta: Record<string, string>) {
      inTransaction(database, () => {
        journal.forgetPages()
        for (const { pages } of list.iterate())
          for (const { address, hash, reads } of JSON.parse(String(pages)) as WrittenPage[])
            journal.finishPage(address, hash, reads)
        for (const { address, reason } of failed) {
          journal.addPending(address)
          journal.failPending(address, reason)
        }
        for (const [key, value] of Object.entries(meta)) journal.set(key, value)
      })
    },
    close: () => database.exec('DROP TABLE IF EXISTS temp.next_pages'),
  }
}
