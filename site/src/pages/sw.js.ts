/** The service worker, numbered by what its offline pages show: a browser that finds it changed fetches them anew. */
import { createHash } from 'node:crypto'
import { build, code } from 'virtual:service-worker'
import type { APIRoute } from 'astro'
import { freePageLinks, siteSettings, visibleColumns } from '../content/queries/site.ts'

const VERSION_CHARACTERS = 12

export const GET: APIRoute = () => {
  const pages = freePageLinks().map(({ title, slug }) => [title, slug])
  const frame = JSON.stringify([build, siteSettings(), visibleColumns(), pages])
  const version = createHash('sha256').update(frame).digest('base64url').slice(0, VERSION_CHARACTERS)
  return new Response(`const VERSION=${JSON.stringify(version)};${code}`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  })
}
