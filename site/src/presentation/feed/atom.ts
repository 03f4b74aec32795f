/** Atom (RFC 4287) with full text. */
import { hash } from 'node:crypto'
import { absoluteUrl } from '../../content/site-url.ts'
import type { Entry } from './entry.ts'
import { type Feed, lastChange, XML_HEAD } from './feed.ts'
import { wayOut } from './way-out.ts'
import { empty, leaf, parent } from './xml.ts'

/** An empty feed has to have been changed some time. */
const NEVER = '1970-01-01T00:00:00.000Z'

/** A UUID made of a name (RFC 9562, version 8): the same on any host and through every change of address. */
export const uuidUrn = (name: string): string => {
  const digits = hash('sha256', name)
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  const groups = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`]
  return `urn:uuid:${[...groups, variant + digits.slice(17, 20), digits.slice(20, 32)].join('-')}`
}

const entryXml = (entry: Entry): string =>
  parent('entry', {}, [
    leaf('title', entry.title),
    leaf('id', uuidUrn(entry.id)),
    empty('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    ...entry.recordings.map(({ url, mime, size }) =>
      empty('link', { rel: 'enclosure', type: mime, length: size, href: url }),
    ),
    leaf('published', entry.published),
    leaf('updated', entry.updated),
    entry.author && parent('author', {}, [leaf('name', entry.author)]),
    ...entry.tags.map((term) => empty('category', { term })),
    leaf('summary', entry.summary),
    leaf('content', entry.html, { type: 'html' }),
  ])

export const atom = (feed: Feed): string => {
  const { identity, title, description, page, self, publisher, entries, hub } = feed
  const root = parent('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' }, [
    leaf('title', title),
    leaf('subtitle', description),
    leaf('id', uuidUrn(`feed:${identity}`)),
    leaf('updated', lastChange(feed) ?? NEVER),
    parent('author', {}, [leaf('name', publisher)]),
    empty('link', { rel: 'alternate', type: 'text/html', href: absoluteUrl(page) }),
    empty('link', { rel: 'self', type: 'application/atom+xml', href: absoluteUrl(self) }),
    hub && empty('link', { rel: 'hub', href: hub }),
    wayOut(feed),
    ...entries.map((entry) => `\n${entryXml(entry)}`),
  ])
  return `${XML_HEAD}${root}\n`
}
