import type { APIRoute } from 'astro'
import { listsPosts } from '../../content/navigation.ts'
import { paths } from '../../content/paths.ts'
import { documentById } from '../../content/queries/documents.ts'
import { newestPosts } from '../../content/queries/posts.ts'
import { formerColumn } from '../../content/queries/redirects.ts'
import { columnBySlug, siteSettings } from '../../content/queries/site.ts'
import { staticPaths } from '../../content/static-paths.ts'
import { feed } from '../../presentation/feed.ts'

export const getStaticPaths = () => staticPaths('columnFeed')

/** A feed reader follows no HTML: where a renamed column's feed stood, the feed goes on and names its new address. */
export const GET: APIRoute = ({ params: { section = '' } }) => {
  const column = columnBySlug(section) ?? formerColumn(section)
  if (!column || !listsPosts(column)) return new Response(null, { status: 404 })
  const { siteName, collegeName } = siteSettings()
  return feed({
    title: `${column.name}－${siteName}`,
    description: documentById('column', column.documentId)?.intro ?? `${collegeName}${siteName}：${column.name}`,
    address: paths.columnFeed(column.slug),
    page: paths.column(column.slug),
    posts: newestPosts(column.documentId),
  })
}
