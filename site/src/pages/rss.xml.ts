import type { APIRoute } from 'astro'
import { listsPosts } from '../content/navigation.ts'
import { paths } from '../content/paths.ts'
import { newestPosts } from '../content/queries/posts.ts'
import { siteSettings, visibleColumns } from '../content/queries/site.ts'
import { feed } from '../presentation/feed.ts'

export const GET: APIRoute = () => {
  const { siteName, collegeName, description } = siteSettings()
  const columns = visibleColumns().filter(listsPosts)
  return feed({
    title: `${siteName}·${collegeName}`,
    description: description ?? `${collegeName}${siteName}的最新内容`,
    address: paths.feed,
    page: paths.home,
    posts: newestPosts(...columns.map(({ documentId }) => documentId)),
  })
}
