/** Sitemaps as sitemaps.org has them. */
import { leaf, parent } from '../feed/xml.ts'

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

export interface Place {
  /** absolute */
  url: string
  lastChange?: string
}

const xml = (root: string, entry: string, places: readonly Place[]): Response => {
  const entries = places.map(({ url, lastChange }) =>
    parent(entry, {}, [leaf('loc', url), leaf('lastmod', lastChange)]),
  )
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${parent(root, NAMESPACE, entries)}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}

export const sitemapIndex = (parts: readonly Place[]): Response => xml('sitemapindex', 'sitemap', parts)
export const sitemapPart = (pages: readonly Place[]): Response => xml('urlset', 'url', pages)
