import type { APIRoute } from 'astro'
import { paths } from '../content/paths.ts'
import { absoluteUrl } from '../content/site-url.ts'

/** Crawlers may read everything that readers do; what is only for programs or has no end is not for them. */
const lines = () => [
  'User-agent: *',
  'Disallow: /api/',
  'Disallow: /preview/',
  'Disallow: /search/?',
  '',
  `Sitemap: ${absoluteUrl(paths.sitemap)}`,
  '',
]

export const GET: APIRoute = () =>
  new Response(lines().join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
