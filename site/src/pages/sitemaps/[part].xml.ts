import type { APIRoute } from 'astro'
import { paths } from '../../content/paths.ts'
import { pieceOfMonth } from '../../content/queries/sitemap.ts'
import { absoluteUrl } from '../../content/site-url.ts'
import { PAGES_PART, pieceNamed } from '../../content/sitemap.ts'
import { staticPaths } from '../../content/static-paths.ts'
import { pagesWithoutPosts } from '../../presentation/found/pages-without-posts.ts'
import { type Place, sitemapPart } from '../../presentation/found/sitemap.ts'

export const getStaticPaths = () => staticPaths('sitemapPart')

const placesOf = (part: string): Place[] => {
  if (part === PAGES_PART) return pagesWithoutPosts().map((address) => ({ url: absoluteUrl(address) }))
  const named = pieceNamed(part)
  if (!named) return []
  return pieceOfMonth(named.month, named.piece).map(({ section, slug, updatedAt }) => ({
    url: absoluteUrl(paths.post(section, slug)),
    lastChange: updatedAt,
  }))
}

export const GET: APIRoute = ({ params: { part = '' } }) => {
  const places = placesOf(part)
  return places.length > 0 ? sitemapPart(places) : new Response(null, { status: 404 })
}
