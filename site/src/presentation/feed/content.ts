/** What the page of a post shows, as HTML for a feed reader: every address absolute. */
import type { Post } from '../../content/cards.ts'
import type { Media } from '../../content/documents.ts'
import { absoluteUrl } from '../../content/site-url.ts'
import { escaped, tag } from '../../markdown/html.ts'
import { prose } from '../prose.ts'

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

const ownHtml = (post: Post): string => {
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

/** @param page the address of the post, to which its own anchors lead */
export const contentOf = (post: Post, page: string): string =>
  ownHtml(post).replace(/ (href|src|poster)="([/#][^"]*)"/g, (_found, name: string, address: string) => {
    return ` ${name}="${escaped(absoluteUrl(address.startsWith('#') ? page + address : address))}"`
  })
