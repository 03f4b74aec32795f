/** RSS 2.0 with full text, every address absolute. */
import rss, { type RSSFeedItem } from '@astrojs/rss'
import { type Post, titleOf } from '../content/cards.ts'
import type { Media } from '../content/documents.ts'
import { documentById, publicAddress } from '../content/queries/documents.ts'
import { absoluteUrl } from '../content/site-url.ts'
import { escaped, tag } from '../markdown/html.ts'
import { prose } from './prose.ts'

const picture = (media: Media | null): string =>
  media
    ? `<p>${tag('img', { src: media.url, alt: media.alternativeText ?? '', width: media.width, height: media.height })}</p>`
    : ''

/** Feed readers take one plain address. */
const withoutSources = (files: readonly Media[]): Media[] => files.map((file) => ({ ...file, sources: [] }))

const fileLinks = (files: readonly (Media | null)[]): string => {
  const links = files
    .filter((file) => file !== null)
    .map(({ url, name }) => `<li>${tag('a', { href: url }, escaped(name))}</li>`)
  return links.length > 0 ? `<ul>${links.join('')}</ul>` : ''
}

/** What the page of a post shows, as HTML for a feed reader. */
const contentOf = (post: Post): string => {
  const media = withoutSources(post.bodyMedia)
  const body = post.kind === 'micropost' ? '' : prose(post.body, media).html
  switch (post.kind) {
    case 'article':
      return (
        picture(post.body.includes(post.cover?.url ?? '\0') ? null : post.cover) + body + fileLinks(post.attachments)
      )
    case 'speech':
      return picture(post.cover) + body + fileLinks([post.video, ...post.attachments])
    case 'policy':
      return body + fileLinks(post.attachments)
    case 'lesson':
      return (
        picture(post.cover) +
        body +
        prose(post.transcript, media, 't-').html +
        fileLinks([post.video, post.audio, post.handout, ...post.attachments])
      )
    case 'micropost':
      return `<p>${escaped(post.text).replaceAll('\n', '<br>')}</p>${post.pictures.map(picture).join('')}`
    case 'representative':
      return picture(post.photo) + body
  }
}

const withAbsoluteAddresses = (html: string, page: string): string =>
  html.replace(/ (href|src|poster)="([/#][^"]*)"/g, (_found, name: string, address: string) => {
    return ` ${name}="${escaped(absoluteUrl(address.startsWith('#') ? page + address : address))}"`
  })

const authorOf = (post: Post): string | null => {
  switch (post.kind) {
    case 'article':
      return post.author ?? post.source
    case 'speech':
      return post.speaker
    case 'lesson':
      return post.lecturer ?? post.source
    default:
      return post.source
  }
}

// XML 1.0 has no way to write these.
const NOT_XML = /[[\p{Cc}--[\t\n\r]]\p{Cs}\ufffe\uffff]/gv
const writable = (text: string): string => text.replace(NOT_XML, '')

const itemOf = (post: Post): RSSFeedItem[] => {
  const address = publicAddress(post.kind, post.documentId)
  if (address === null) return []
  const author = authorOf(post)
  // Not the address: a reader who has the post must not see it again as new when it moves.
  const guid = tag('guid', { isPermaLink: 'false' }, `${post.kind}:${post.documentId}`)
  const creator = author ? tag('dc:creator', {}, escaped(writable(author))) : ''
  return [
    {
      title: writable(titleOf(post)),
      link: absoluteUrl(address),
      pubDate: new Date(post.displayDate),
      ...(post.summary && { description: writable(post.summary) }),
      content: writable(withAbsoluteAddresses(contentOf(post), address)),
      categories: post.tags.map((id) => documentById('tag', id)?.name).filter((name) => name !== undefined),
      customData: guid + creator,
    },
  ]
}

interface Feed {
  title: string
  description: string
  /** of the feed itself */
  address: string
  /** of the page it belongs to */
  page: string
  posts: readonly Post[]
}

export const feed = ({ title, description, address, page, posts }: Feed): Promise<Response> =>
  rss({
    title: writable(title),
    description: writable(description),
    site: absoluteUrl(page),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: `<language>zh-cn</language>${tag('atom:link', { href: absoluteUrl(address), rel: 'self', type: 'application/rss+xml' }).replace(/>$/, '/>')}`,
    items: posts.flatMap(itemOf),
  })
