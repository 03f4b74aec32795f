/** JSON Feed 1.1 with full text. */
import { absoluteUrl } from '../../content/site-url.ts'
import type { Entry, Recording } from './entry.ts'
import type { Feed } from './feed.ts'

const attachment = ({ url, mime, size, seconds }: Recording) => ({
  url,
  mime_type: mime,
  size_in_bytes: size,
  ...(seconds && { duration_in_seconds: seconds }),
})

const item = ({ id, url, title, html, summary, author, tags, published, updated, picture, recordings }: Entry) => ({
  ...{ id, url, title, content_html: html },
  ...(summary && { summary }),
  ...(picture && { image: picture }),
  ...{ date_published: published, date_modified: updated },
  ...(author && { authors: [{ name: author }] }),
  ...(tags.length > 0 && { tags }),
  ...(recordings.length > 0 && { attachments: recordings.map(attachment) }),
})

export const jsonFeed = ({ title, description, page, self, publisher, entries, hub }: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    ...{ title, description, home_page_url: absoluteUrl(page), feed_url: absoluteUrl(self), language: 'zh-CN' },
    authors: [{ name: publisher }],
    ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
    items: entries.map(item),
  })
