import type { APIRoute } from 'astro'
import { paths } from '../content/paths.ts'
import { monthsOfSitemap } from '../content/queries/sitemap.ts'
import { absoluteUrl } from '../content/site-url.ts'
import { PAGES_PART, partAddresses } from '../content/sitemap.ts'
import { sitemapIndex } from '../presentation/found/sitemap.ts'

export const GET: APIRoute = () =>
  sitemapIndex([
    { url: absoluteUrl(paths.sitemapPart(PAGES_PART)) },
    ...monthsOfSitemap()
      .toReversed()
      .flatMap((month) =>
        partAddresses(month).map((address) => ({ url: absoluteUrl(address), lastChange: month.updatedAt })),
      ),
  ])
