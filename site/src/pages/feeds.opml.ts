/** All feeds in one file (OPML 2.0), for readers that take such a list. */
import type { APIRoute } from 'astro'
import { paths } from '../content/paths.ts'
import { siteSettings } from '../content/queries/site.ts'
import { absoluteUrl } from '../content/site-url.ts'
import { type FeedLink, feedDirectory } from '../presentation/feed/directory.ts'
import { empty, leaf, parent } from '../presentation/feed/xml.ts'

const outline = ({ title, page }: FeedLink) =>
  empty('outline', {
    ...{ type: 'rss', text: title, title, xmlUrl: absoluteUrl(paths.feedOf(page, 'rss')) },
    ...{ htmlUrl: absoluteUrl(page), language: 'zh-cn' },
  })

export const GET: APIRoute = () => {
  const { siteName, collegeName } = siteSettings()
  const groups = feedDirectory().map(({ title, feeds }) => parent('outline', { text: title }, feeds.map(outline)))
  const head = parent('head', {}, [leaf('title', `${siteName}·${collegeName}的订阅源`), leaf('ownerName', collegeName)])
  const opml = parent('opml', { version: '2.0' }, [head, parent('body', {}, groups)])
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${opml}\n`, {
    headers: { 'content-type': 'text/x-opml; charset=utf-8' },
  })
}
