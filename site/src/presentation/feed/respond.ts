/** The answer of a feed's route. */
import type { FeedFormat } from '../../content/paths.ts'
import { atom } from './atom.ts'
import type { Feed } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import type { FeedOf } from './places.ts'
import { rss } from './rss.ts'

const forms = {
  rss: { write: rss, type: 'application/xml' },
  atom: { write: atom, type: 'application/xml' },
  json: { write: jsonFeed, type: 'application/feed+json' },
} as const satisfies Record<FeedFormat, { write: (feed: Feed) => string; type: string }>

/** @param feed null: there is none at this address */
export const feedResponse = (feed: FeedOf | null, format: FeedFormat): Response => {
  if (!feed) return new Response(null, { status: 404 })
  const { write, type } = forms[format]
  return new Response(write(feed(format)), { headers: { 'content-type': `${type}; charset=utf-8` } })
}
