/** For `astro build` of a whole static tree: which pages each route has. The on-demand app asks none of this. */
import { allAddresses } from './addresses.ts'
import { defaultReadModel } from './connection.ts'
import { paths } from './paths.ts'

/** These have routes of their own. */
const FIXED_ROUTES: readonly string[] = [
  ...[paths.home, paths.notFound, paths.about, paths.feed],
  ...[paths.reportForm, paths.reportThanks],
]

const patterns = {
  section: /^\/(?<section>[^/]+)\/$/,
  post: /^\/(?!pages\/)(?<section>[^/]+)\/(?<slug>[^/]+)\/$/,
  archivePage: /^\/(?<section>[^/]+)\/p\/(?<page>\d+)\/$/,
  columnFeed: /^\/(?<section>[^/]+)\/rss\.xml$/,
  freePage: /^\/pages\/(?<slug>[^/]+)\/$/,
} as const

export const staticPaths = (route: keyof typeof patterns): { params: Record<string, string> }[] =>
  [...new Set(allAddresses(defaultReadModel()))]
    .filter((address) => !FIXED_ROUTES.includes(address))
    .flatMap((address) => {
      const params = patterns[route].exec(address)?.groups
      return params ? [{ params: { ...params } }] : []
    })
