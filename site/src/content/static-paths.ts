/** For `astro build` of a whole static tree: which pages each route has. The on-demand app asks none of this. */
import { allAddresses, appAddresses, memberAddresses } from './addresses.ts'
import { defaultReadModel } from './connection.ts'
import { feedFormats, paths } from './paths.ts'

/** These have routes of their own. */
const FIXED_ROUTES: readonly string[] = [
  ...[paths.home, paths.notFound, paths.about, paths.search, paths.feeds, paths.styleguide, ...appAddresses],
  ...memberAddresses,
  ...feedFormats.map((format) => paths.feedOf(paths.home, format)),
  ...[paths.reportForm, paths.reportThanks, paths.calculator],
]

const patterns = {
  section: /^\/(?<section>[^/]+)\/$/,
  post: /^\/(?!(?:pages|tags|topics)\/)(?<section>[^/]+)\/(?<slug>[^/]+)\/$/,
  archivePage: /^\/(?<section>[^/]+)\/p\/(?<page>\d+)\/$/,
  sectionFeed: /^\/(?<section>[^/]+)\/rss\.xml$/,
  tag: /^\/tags\/(?<slug>[^/]+)\/$/,
  tagFeed: /^\/tags\/(?<slug>[^/]+)\/rss\.xml$/,
  topic: /^\/topics\/(?<slug>[^/]+)\/$/,
  topicFeed: /^\/topics\/(?<slug>[^/]+)\/rss\.xml$/,
  sitemapPart: /^\/sitemaps\/(?<part>[^/]+)\.xml$/,
  freePage: /^\/pages\/(?<slug>[^/]+)\/$/,
} as const

export const staticPaths = (route: keyof typeof patterns): { params: Record<string, string> }[] =>
  [...new Set(allAddresses(defaultReadModel()))]
    .filter((address) => !FIXED_ROUTES.includes(address))
    .flatMap((address) => {
      const params = patterns[route].exec(address)?.groups
      return params ? [{ params: { ...params } }] : []
    })
