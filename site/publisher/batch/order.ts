/** In which order pages of one batch appear: nothing may be linked before it stands. */

const LIST = /^\/(?:[^/]+\/(?:p\/\d+\/)?)?$/
const SITEMAP = /^\/(?:sitemap|sitemaps\/[^/]+)\.xml$/
const FEED_FILE = /\.(?:xml|opml)$|\/feed\.json$/

const POST = 0
const LIST_PAGE = 1
const FEED = 2
export const FIRST_FOR_PROGRAMS = FEED
const SITEMAP_FILE = 3

/** Nobody waits for these: they are made when what people read is live. */
export const isForPrograms = (address: string): boolean => placeOf(address) >= FIRST_FOR_PROGRAMS

/** Lower comes first. New pages of every place come before all that stand: what stands may link to them. */
export function placeOf(address: string): number {
  if (SITEMAP.test(address)) return SITEMAP_FILE
  if (FEED_FILE.test(address)) return FEED
  return LIST.test(address) ? LIST_PAGE : POST
}
