/**
 * The change log would grow for ever. A row that is live, old and followed by a later one of the same document tells a
 * follower nothing: whoever asks from before it meets the later row, which carries the document as it is by then. The last
 * row of each document stays for good, of those that are gone, too; so does the highest number.
 */
import type { Core } from '@strapi/types'

const CHANGES = 'publication_changes'
const DAY_MS = 24 * 60 * 60 * 1000
/** for that long the desk can tell what was when */
export const KEPT_DAYS = 90
/** one look at so many numbers: SQLite answers in our own thread */
const WINDOW = 1000

async function compactWindow(strapi: Core.Strapi, after: number, until: number): Promise<number> {
  const knex = strapi.db.connection
  const rows: { sequence: number | string }[] = await knex({ old: CHANGES })
    .select('old.sequence')
    .where('old.sequence', '>', after)
    .where('old.sequence', '<=', after + WINDOW)
    .where('old.at_ms', '<', until)
    .whereNotNull('old.live_at_ms')
    .whereExists(
      knex({ later: CHANGES })
        .select(knex.raw('1'))
        .whereRaw('later.kind = old.kind AND later.document_id = old.document_id AND later.sequence > old.sequence'),
    )
  const sequences = rows.map(({ sequence }) => Number(sequence))
  if (sequences.length > 0) await knex(CHANGES).whereIn('sequence', sequences).del()
  return sequences.length
}

/** Answers how many rows went. */
export async function compactChanges(strapi: Core.Strapi, now: Date): Promise<number> {
  const until = now.getTime() - KEPT_DAYS * DAY_MS
  const last: { sequence?: number | string | null } | undefined = await strapi.db
    .connection(CHANGES)
    .where('at_ms', '<', until)
    .max({ sequence: 'sequence' })
    .first()
  let gone = 0
  for (let after = 0; after < Number(last?.sequence ?? 0); after += WINDOW) {
    gone += await compactWindow(strapi, after, until)
  }
  return gone
}
