/** What stands in a release that is being rendered; the journal learns of it when the release becomes live. */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import { finishFailed, finishStaged } from '../batch/finish-page.ts'
import type { Journal } from '../journal.ts'
import type { Placed } from '../media/place.ts'
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
  const standingPage = database.prepare('SELECT hash, bytes, stale_at FROM pages WHERE address = ?')
  const mediaOf = database.prepare('SELECT name FROM page_media WHERE address = ?')
  const media = database.prepare(
    `SELECT DISTINCT media.value AS name FROM temp.next_pages, json_each(next_pages.pages) AS page,
     json_each(page.value, '$.media') AS media`,
  )
  const readsOf = database.prepare('SELECT key FROM page_reads WHERE address = ?')
  const failed: FailedPage[] = []

  const add = (pages: readonly WrittenPage[]) => void insert.run(JSON.stringify(pages))

  return {
    add,
    failed: (): readonly FailedPage[] => failed,
    addFailed(page: FailedPage) {
      failed.push(page)
      const { address } = page
      const standing = standingPage.get(address)
      if (!standing || !page.oldStands) return
      // what the old version read still says when it must be rendered again
      const reads = readsOf.all(address).map(({ key }) => String(key))
      const names = mediaOf.all(address).map(({ name }) => String(name))
      const { hash, bytes, stale_at } = standing
      const staleAt = stale_at === null ? null : String(stale_at)
      add([{ address, hash: String(hash), bytes: Number(bytes), reads, staleAt, media: names }])
    },
    /** All is to be rendered again. */
    clear() {
      database.exec('DELETE FROM temp.next_pages')
      failed.length = 0
    },
    /** Names of the uploads that the pages show. */
    media: () => media.all().map(({ name }) => String(name)),
    /**
     * From here on the journal describes the new release.
     * @param placed what became of each of `media()`
     */
    takeOver(journal: Journal, placed: ReadonlyMap<string, Placed>, meta: Record<string, string>, now: Date) {
      const placedOf = (names: readonly string[]) =>
        names.map((name) => placed.get(name)).filter((one) => one !== undefined)
      inTransaction(database, () => {
        journal.forgetPages()
        for (const { pages } of list.iterate())
          for (const page of JSON.parse(String(pages)) as WrittenPage[])
            finishStaged(journal, { ...page, media: placedOf(page.media) }, now)
        for (const { oldStands, ...page } of failed)
          finishFailed(database, journal, { ...page, state: 'failed', isNew: !oldStands })
        for (const [key, value] of Object.entries(meta)) journal.set(key, value)
      })
    },
    close: () => database.exec('DROP TABLE IF EXISTS temp.next_pages'),
  }
}
