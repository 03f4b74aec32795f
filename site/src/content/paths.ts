/** How addresses are written; which of them exist is known by addresses.ts. */
export const modules = {
  dynamics: { name: '党建动态', note: '新闻与文件' },
  vanguard: { name: '时代先锋', note: '课程与讲话' },
  organization: { name: '浏览组织', note: '组织服务' },
  ideas: { name: '创建思路', note: '互动交流' },
} as const
export type ModuleId = keyof typeof modules
export const moduleIds = Object.keys(modules) as ModuleId[]
export const isModuleId = (value: string): value is ModuleId => Object.hasOwn(modules, value)

export const paths = {
  home: '/',
  notFound: '/404/',
  feed: '/rss.xml',
  about: '/pages/',
  search: '/search/',
  saved: '/saved/',
  offline: '/offline/',
  notifications: '/notifications/',
  install: '/install/',
  share: '/share/',
  manifest: '/manifest.webmanifest',
  worker: '/sw.js',
  module: (id: ModuleId) => `/${id}/`,
  column: (slug: string) => `/${slug}/`,
  columnFeed: (slug: string) => `/${slug}/rss.xml`,
  archive: (slug: string, page: number) => `/${slug}/p/${page}/`,
  post: (columnSlug: string, slug: string) => `/${columnSlug}/${slug}/`,
  freePage: (slug: string) => `/pages/${slug}/`,
} as const
