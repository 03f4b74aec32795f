/** Lets old versions go, document by document, so that the desk hardly notices. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import { chooseExpired, type Retention } from '../domain/versions/retention'
import { VERSIONS_TABLE } from './document-versions'

const DAY_MS = 24 * 60 * 60 * 1000

type Row = { number: number; at_ms: number | string; published_at_ms: number | string | null }

async function thinDocument(
  strapi: Core.Strapi,
  document: { kind: Kind; document_id: string },
  now: Date,
  retention: Retention,
): Promise<number> {
  const versions = strapi.db.connection(VERSIONS_TABLE).where(document)
  const rows: Row[] = await versions.clone().select('number', 'at_ms', 'published_at_ms')
  const kept = rows.map(({ number, at_ms, published_at_ms }) => {
    return { number, at: new Date(Number(at_ms)), isPublished: published_at_ms !== null }
  })
  const gone = chooseExpired(kept, now, retention)
  // published meanwhile: then it stays
  if (gone.length > 0) await versions.clone().whereIn('number', gone).whereNull('published_at_ms').del()
  return gone.length
}

/** Answers how many versions went. */
export async function thinVersions(strapi: Core.Strapi, now: Date, retention: Retention): Promise<number> {
  const documents: { kind: Kind; document_id: string }[] = await strapi.db
    .connection(VERSIONS_TABLE)
    .distinct('kind', 'document_id')
    .whereNull('published_at_ms')
    .where('at_ms', '<', now.getTime() - retention.allDays * DAY_MS)
  let gone = 0
  for (const document of documents) gone += await thinDocument(strapi, document, now, retention)
  return gone
}
