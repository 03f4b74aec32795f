/** RSS 2.0 with full text, as the RSS Board's profile has it; lessons as a podcast. */
import { absoluteUrl } from '../../content/site-url.ts'
import { clock } from '../dates.ts'
import type { Entry } from './entry.ts'
import { type Feed, lastChange, XML_HEAD } from './feed.ts'
import { wayOut } from './way-out.ts'
import { empty, leaf, parent } from './xml.ts'

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}
const ITUNES = { 'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd' }

const rssDate = (instant: string): string => new Date(instant).toUTCString()

const item = (entry: Entry, isPodcast: boolean): string => {
  const [recording] = entry.recordings
  return parent('item', {}, [
    leaf('title', entry.title),
    leaf('link', entry.url),
    leaf('guid', entry.id, { isPermaLink: 'false' }),
    leaf('pubDate', rssDate(entry.published)),
    leaf('description', entry.summary),
    leaf('dc:creator', entry.author),
    ...entry.tags.map((name) => leaf('category', name)),
    recording && empty('enclosure', { url: recording.url, length: recording.size, type: recording.mime }),
    isPodcast && recording?.seconds ? leaf('itunes:duration', clock(recording.seconds)) : null,
    isPodcast && leaf('itunes:explicit', 'false'),
    leaf('content:encoded', entry.html),
  ])
}

const podcastFacts = ({ podcast, publisher, description }: Feed): (string | null)[] =>
  podcast === null
    ? []
    : [
        leaf('itunes:author', publisher),
        leaf('itunes:summary', description),
        parent('itunes:owner', {}, [leaf('itunes:name', publisher), leaf('itunes:email', podcast.email)]),
        parent('itunes:category', { text: 'Education' }, [empty('itunes:category', { text: 'Courses' })]),
        empty('itunes:image', { href: podcast.picture }),
        leaf('itunes:explicit', 'false'),
        leaf('itunes:type', 'episodic'),
      ]

export const rss = (feed: Feed): string => {
  const { title, description, page, self, entries, podcast, hub } = feed
  const last = lastChange(feed)
  const channel = parent('channel', {}, [
    leaf('title', title),
    leaf('link', absoluteUrl(page)),
    leaf('description', description),
    leaf('language', 'zh-cn'),
    last && leaf('lastBuildDate', rssDate(last)),
    empty('atom:link', { href: absoluteUrl(self), rel: 'self', type: 'application/rss+xml' }),
    hub && empty('atom:link', { href: hub, rel: 'hub' }),
    ...podcastFacts(feed),
    wayOut(feed),
    ...entries.map((entry) => `\n${item(entry, podcast !== null)}`),
  ])
  return `${XML_HEAD}${parent('rss', { version: '2.0', ...NAMESPACES, ...(podcast && ITUNES) }, [channel])}\n`
}
