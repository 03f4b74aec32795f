/** Links to elsewhere: the queue in which they wait to be tried, and what came of it. */
import { createHash } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { LinkRecord, ProbeOutcome } from '../domain/checks/link-state'
import { resolveLink } from '../domain/checks/link-state'
import type { LinkState } from '../domain/checks/subject'

const TABLE = 'checked_links'
const MAX_URL = 2000
const ROWS_PER_QUERY = 100
/** Another instance takes over a link whose trial was not finished by then. */
const LEASE_MS = 5 * 60_000

type Row = {
  hash: string
  url: string
  state: LinkState
  failures: number
  last_failed_at_ms: number | string | null
  next_check_at_ms: number | string
}
export type DueLink = LinkRecord & { hash: string; url: string }

const hashOf = (url: string) => createHash('sha256').update(url).digest('hex')

const chunks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / ROWS_PER_QUERY) }, (_, index) =>
    items.slice(index * ROWS_PER_QUERY, (index + 1) * ROWS_PER_QUERY),
  )

/** New ones are due at once; known ones are marked as still in use. */
export async function noteLinks(strapi: Core.Strapi, urls: Iterable<string>, now: Date) {
  const at = now.getTime()
  const rows = [...new Set(urls)]
    .filter((url) => url.length <= MAX_URL)
    .map((url) => ({ hash: hashOf(url), url, state: 'unknown', failures: 0, next_check_at_ms: at, seen_at_ms: at }))
  for (const chunk of chunks(rows)) {
    await strapi.db.transaction(({ trx }) => trx(TABLE).insert(chunk).onConflict('hash').merge(['seen_at_ms']))
  }
}

export async function linkStates(strapi: Core.Strapi, urls: readonly string[]): Promise<Map<string, LinkState>> {
  const found = new Map<string, LinkState>()
  for (const chunk of chunks([...new Set(urls)])) {
    const rows: Pick<Row, 'url' | 'state'>[] = await strapi.db.transaction(({ trx }) =>
      trx(TABLE).select('url', 'state').whereIn('hash', chunk.map(hashOf)),
    )
    for (const { url, state } of rows) found.set(url, state)
  }
  return found
}

/** Takes up to `limit` due links: no other instance gets them meanwhile. */
export async function claimDueLinks(strapi: Core.Strapi, limit: number, now: Date): Promise<DueLink[]> {
  const at = now.getTime()
  const due: Row[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where('next_check_at_ms', '<=', at).orderBy('next_check_at_ms').limit(limit),
  )
  const claimed: DueLink[] = []
  for (const { hash, url, state, failures, last_failed_at_ms, next_check_at_ms } of due) {
    const count: number = await strapi.db.transaction(({ trx }) =>
      trx(TABLE)
        .where({ hash, next_check_at_ms })
        .update({ next_check_at_ms: at + LEASE_MS }),
    )
    const lastFailedAt = last_failed_at_ms === null ? null : new Date(Number(last_failed_at_ms))
    if (count === 1) claimed.push({ hash, url, state, failures, lastFailedAt })
  }
  return claimed
}

export async function recordLink(strapi: Core.Strapi, link: DueLink, outcome: ProbeOutcome, now: Date) {
  const { state, failures, lastFailedAt, nextCheckAt } = resolveLink(link, outcome, now)
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .where({ hash: link.hash })
      .update({
        ...{ state, failures, status: outcome.status, last_failed_at_ms: lastFailedAt?.getTime() ?? null },
        ...{ checked_at_ms: now.getTime(), next_check_at_ms: nextCheckAt.getTime() },
      }),
  )
}

/** What no text has had for long is tried no more. */
export async function forgetLinks(strapi: Core.Strapi, seenBefore: Date): Promise<number> {
  return strapi.db.transaction(({ trx }) => trx(TABLE).where('seen_at_ms', '<', seenBefore.getTime()).delete())
}
