/** All feeds, as people look for them. */
import { listsPosts } from '../../content/navigation.ts'
import { moduleIds, modules, paths } from '../../content/paths.ts'
import { tags, topics } from '../../content/queries/collections.ts'
import { columnsOf, siteSettings } from '../../content/queries/site.ts'

export interface FeedLink {
  title: string
  /** the page it belongs to */
  page: string
}
export interface FeedGroup {
  title: string
  feeds: FeedLink[]
}

/** Where two tags claim one slug, the page and the feeds are the first one's. */
const firstOfSlug = <T extends { slug: string; documentId: string }>(found: readonly T[]): T[] => {
  const holders = new Map<string, string>()
  for (const { slug, documentId } of found.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1)))
    if (!holders.has(slug)) holders.set(slug, documentId)
  return found.filter(({ slug, documentId }) => holders.get(slug) === documentId)
}

export const feedDirectory = (): FeedGroup[] => {
  const { siteName } = siteSettings()
  const ofColumns = (module: Parameters<typeof columnsOf>[0]): FeedLink[] =>
    columnsOf(module)
      .filter(listsPosts)
      .map(({ name, slug }) => ({ title: name, page: paths.column(slug) }))
  return [
    { title: '全站', feeds: [{ title: `${siteName}全部栏目`, page: paths.home }, ...ofColumns('portal')] },
    ...moduleIds.map((id) => ({
      title: modules[id].name,
      feeds: [{ title: `${modules[id].name}全部栏目`, page: paths.module(id) }, ...ofColumns(id)],
    })),
    {
      title: '专题',
      feeds: firstOfSlug(topics()).map(({ name, slug }) => ({ title: name, page: paths.gathering('topic', slug) })),
    },
    {
      title: '标签',
      feeds: firstOfSlug(tags()).map(({ name, slug }) => ({ title: name, page: paths.gathering('tag', slug) })),
    },
  ].filter(({ feeds }) => feeds.length > 0)
}
