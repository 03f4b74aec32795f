/** How addresses are written; which of them exist is known by addresses.ts. */
import type { Gathering } from './keys.ts'

export const modules = {
  dynamics: { name: '党建动态', note: '新闻与文件' },
  vanguard: { name: '时代先锋', note: '课程与讲话' },
  organization: { name: '浏览组织', note: '组织服务' },
  ideas: { name: '创建思路', note: '互动交流' },
} as const
export type ModuleId = keyof typeof modules
export const moduleIds = Object.keys(modules) as ModuleId[]
export const isModuleId = (value: string): value is ModuleId => Object.hasOwn(modules, value)

/** The forms in which a feed is offered, by the name of their file. */
export const feedFiles = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const
export type FeedFormat = keyof typeof feedFiles
export const feedFormats = Object.keys(feedFiles) as FeedFormat[]

export const paths = {
  home: '/',
  notFound: '/404/',
  feed: '/rss.xml',
  mourning: '/mourning.css',
  styleguide: '/styleguide/',
  about: '/pages/',
  search: '/search/',
  suggestions: '/search/suggest',
  feeds: '/feeds/',
  opml: '/feeds.opml',
  robots: '/robots.txt',
  llms: '/llms.txt',
  sitemap: '/sitemap.xml',
  sitemapPart: (part: string) => `/sitemaps/${part}.xml`,
  /** @param page the page whose posts it carries */
  feedOf: (page: string, format: FeedFormat) => `${page}${feedFiles[format]}`,
  gathering: (gathering: Gathering, slug: string) => `/${gathering}s/${slug}/`,
  saved: '/saved/',
  offline: '/offline/',
  notifications: '/notifications/',
  install: '/install/',
  share: '/share/',
  calculator: '/calculator/',
  manifest: '/manifest.webmanifest',
  worker: '/sw.js',
  /** a form that the portal's server fills in and takes; @see site/server/reports */
  reportForm: '/report/',
  reportThanks: '/report/thanks/',
  /** pages without a word of anybody in them: what they show comes from the API, to whoever is logged in */
  member: '/member/',
  memberLogIn: '/member/login/',
  memberActivation: '/member/activate/',
  memberReset: '/member/reset/',
  module: (id: ModuleId) => `/${id}/`,
  column: (slug: string) => `/${slug}/`,
  columnFeed: (slug: string) => `/${slug}/rss.xml`,
  archive: (slug: string, page: number) => `/${slug}/p/${page}/`,
  post: (columnSlug: string, slug: string) => `/${columnSlug}/${slug}/`,
  /** the form for reporting what is wrong on a page */
  report: (address: string) => `/report/?page=${address}`,
  /** a page's address as a QR code, drawn by the portal's server */
  code: (address: string) => `/qr${address.slice(0, -1)}.svg`,
  freePage: (slug: string) => `/pages/${slug}/`,
} as const
