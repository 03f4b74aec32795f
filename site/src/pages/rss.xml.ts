import type { APIRoute } from 'astro'
import { listsPosts } from '../content/navigation.ts'
import { paths } from '../content/paths.ts'
import { newestPosts } from '../content/queries/posts.ts'
import { siteSettings, visibleColumns } from '../content/queries/site.ts'
import { FEED_POSTS, feed } from '../presentation/feed.ts'

export const GET: APIRoute = () => {
  const { siteName, collegeName, description } = siteSettings()
  const posts = visibleColumns()
    .filter(listsPosts)
    .flatMap((column) => newestPosts(column.documentId, FEED_POSTS))
    .toSorted((a, b) => Date.parse(b.displayDate) - Date.parse(a.displayDate) || (a.documentId < b.documentId ? 1 : -1))
    .slice(0, FEED_POSTS)
  return feed({
    title: `${siteName}·${collegeName}`,
    description: description ?? `${collegeName}${siteName}的最新内容`,
    address: paths.feed,
    page: paths.home,
    posts,
  })
}
