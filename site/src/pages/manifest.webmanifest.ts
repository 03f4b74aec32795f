import type { APIRoute } from 'astro'
import { siteSettings, visibleColumns } from '../content/queries/site.ts'
import { manifest } from '../presentation/manifest.ts'

export const GET: APIRoute = () =>
  new Response(JSON.stringify(manifest(siteSettings(), visibleColumns())), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  })
