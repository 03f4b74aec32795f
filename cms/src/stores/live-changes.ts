/** What the publisher told about changes of the log: when they were live, after how long, on which pages. */
import type { Knex } from 'knex'
import type { LiveChange } from '../domain/publication/live-report'
import { failuresOfRow } from './publication-failures'

const CHANGES = 'publication_changes'
/** rows in one statement: databases limit how many values it may carry */
const CHUNK = 200

/** What is not live, but for documents of which a page fails now. */
const ready = (trx: Knex.Transaction) =>
  trx(CHANGES).whereNull('live_at_ms').whereNotExists(failuresOfRow(trx, CHANGES))

const toColumns = ({ durationMs, pageCount, pages }: LiveChange) => ({
  render_ms: Math.round(durationMs),
  page_count: pageCount,
  pages: JSON.stringify(pages),
})

/**
 * Each change is told of once: what is said of one whose page fails is kept for when it works. What is live already stays
 * as it was told first.
 */
export async function noteWork(trx: Knex.Transaction, changes: LiveChange[]): Promise<void> {
  for (let from = 0; from < changes.length; from += CHUNK) {
    const told = new Map(changes.slice(from, from + CHUNK).map((change) => [change.sequence, change]))
    const rows: { sequence: number | string }[] = await trx(CHANGES)
      .whereIn('sequence', [...told.keys()])
      .whereNull('live_at_ms')
      .select('sequence', 'kind', 'document_id', 'event', 'at_ms')
    if (rows.length === 0) continue
    // an "insert" of rows that are there is the one statement that updates each with values of its own
    await trx(CHANGES)
      .insert(rows.map((row) => ({ ...row, ...toColumns(told.get(Number(row.sequence)) as LiveChange) })))
      .onConflict('sequence')
      .merge(['render_ms', 'page_count', 'pages'])
  }
}

/**
 * Marks what was taken as live: everything up to `sequence`, and what is named besides, where an earlier change still
 * waits. Answers how many rows it marked.
 */
export async function markLive(
  trx: Knex.Transaction,
  sequence: number,
  named: number[],
  liveAt: Date,
): Promise<number> {
  const live_at_ms = liveAt.getTime()
  let marked = Number(await ready(trx).where('sequence', '<=', sequence).update({ live_at_ms }))
  const beyond = named.filter((one) => one > sequence)
  for (let from = 0; from < beyond.length; from += CHUNK) {
    const some = beyond.slice(from, from + CHUNK)
    marked += Number(await ready(trx).whereIn('sequence', some).update({ live_at_ms }))
  }
  return marked
}
