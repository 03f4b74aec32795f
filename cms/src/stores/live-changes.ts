/** What the publisher told about changes of the log: when they were live, after how long, on which pages. */
import type { Knex } from 'knex'
import type { LiveChange } from '../domain/publication/live-report'
import { FAILURES } from './publication-failures'

const CHANGES = 'publication_changes'
/** rows in one statement: databases limit how many values it may carry */
const CHUNK = 200

/** What waits up to `sequence`, but for documents of which a page fails now. */
const waiting = (trx: Knex.Transaction, sequence: number) =>
  trx(CHANGES)
    .where('sequence', '<=', sequence)
    .whereNull('live_at_ms')
    .whereNotExists(
      trx(FAILURES)
        .select(trx.raw('1'))
        .whereRaw('?? = ??', [`${FAILURES}.kind`, `${CHANGES}.kind`])
        .whereRaw('?? = ??', [`${FAILURES}.document_id`, `${CHANGES}.document_id`]),
    )

const toColumns = ({ durationMs, pageCount, pages }: LiveChange, liveAt: Date) => ({
  live_at_ms: liveAt.getTime(),
  render_ms: Math.round(durationMs),
  page_count: pageCount,
  pages: JSON.stringify(pages),
})

async function markTold(trx: Knex.Transaction, sequence: number, liveAt: Date, changes: LiveChange[]): Promise<number> {
  let marked = 0
  for (let from = 0; from < changes.length; from += CHUNK) {
    const told = new Map(changes.slice(from, from + CHUNK).map((change) => [change.sequence, change]))
    const rows: { sequence: number | string }[] = await waiting(trx, sequence)
      .whereIn('sequence', [...told.keys()])
      .select('sequence', 'kind', 'document_id', 'event', 'at_ms')
    marked += rows.length
    if (rows.length === 0) continue
    // an "insert" of rows that are there is the one statement that updates each with values of its own
    await trx(CHANGES)
      .insert(rows.map((row) => ({ ...row, ...toColumns(told.get(Number(row.sequence)) as LiveChange, liveAt) })))
      .onConflict('sequence')
      .merge(['live_at_ms', 'render_ms', 'page_count', 'pages'])
  }
  return marked
}

/** What is live already stays as it was told first. Answers how many rows were marked. */
export async function markLive(
  trx: Knex.Transaction,
  sequence: number,
  liveAt: Date,
  changes: LiveChange[],
): Promise<number> {
  const marked = await markTold(trx, sequence, liveAt, changes)
  return marked + (await waiting(trx, sequence).update({ live_at_ms: liveAt.getTime() }))
}
