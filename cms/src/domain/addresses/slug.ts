/** Addresses: short, ASCII, made from the Beijing day and a running number. */
import { beijingDate } from '../time/beijing'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const MAX_SLUG_LENGTH = 80

/** Path parts under a column that belong to the portal itself. */
const RESERVED_POST_SLUGS = new Set(['p', 'rss', 'feed', 'index'])

/** First path parts that a column may not take. */
const RESERVED_COLUMN_SLUGS = new Set([
  ...['dynamics', 'vanguard', 'organization', 'ideas', 'pages', 'p', 'go', 'tags', 'topics', 'rss', '404'],
  ...['api', 'admin', 'uploads', 'media', 'member', 'search', 'preview', 'styleguide', 'healthz', 'assets'],
  ...['feeds', 'cards', 'sitemaps'],
  ...['saved', 'offline', 'notifications', 'install', 'share', 'push', 'icons', 'app'],
  ...['report', 'readings', 'qr', 'calculator'],
])

/** `2026-11-22T18:00:00Z` → `20261123` */
export const beijingDay = (instant: Date) => beijingDate(instant).replaceAll('-', '')

/** `20261123`, 1 → `20261123-01` */
export const slugFromDay = (day: string, number: number) => `${day}-${String(number).padStart(2, '0')}`

export type SlugProblem = 'SLUG_MALFORMED' | 'SLUG_RESERVED'

export function checkSlug(slug: string, owner: 'post' | 'column'): SlugProblem | null {
  if (slug.length > MAX_SLUG_LENGTH || !SLUG.test(slug)) return 'SLUG_MALFORMED'
  const reserved = owner === 'column' ? RESERVED_COLUMN_SLUGS : RESERVED_POST_SLUGS
  return reserved.has(slug) ? 'SLUG_RESERVED' : null
}
