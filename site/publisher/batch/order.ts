/** In which order pages of one batch appear: nothing may be linked before it stands. */

const LIST = /^\/(?:[^/]+\/(?:p\/\d+\/)?)?$/
const SITEMAP = /^\/sitemap[^/]*\.xml$/

const POST = 0
const LIST_PAGE = 1
const FEED = 2
const SITEMAP_FILE = 3

/** Lower comes first. New pages of every place come before all that stand: what stands may link to them. */
export function placeOf(address: string): number {
  if (SITEMAP.test(address)) return SITEMAP_FILE
  if (address.endsWith('.xml')) return FEED
  return LIST.test(address) ? LIST_PAGE : POST
}
