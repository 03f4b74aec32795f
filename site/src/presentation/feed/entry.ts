/** A post as feeds have it, whatever their form. */
import { type Post, titleOf } from '../../content/cards.ts'
import type { Media } from '../../content/documents.ts'
import { documentById, publicAddress } from '../../content/queries/documents.ts'
import { absoluteUrl } from '../../content/site-url.ts'
import { contentOf } from './content.ts'
import { writable } from './xml.ts'

export interface Recording {
  url: string
  mime: string
  /** bytes */
  size: number
  seconds: number | null
}

export interface Entry {
  /** Not the address: a reader who has the post must not see it again as new when it moves. */
  id: string
  title: string
  url: string
  html: string
  summary: string | null
  author: string | null
  tags: string[]
  /** UTC */
  published: string
  /** UTC, never before `published` */
  updated: string
  picture: string | null
  /** what can be listened to or watched, sound first: most podcast players play nothing else */
  recordings: Recording[]
}

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

const isRecording = ({ mime }: Media): boolean => /^(?:audio|video)\//.test(mime)

const recordingsOf = (post: Post): Recording[] => {
  const own = post.kind === 'lesson' ? [post.audio, post.video] : post.kind === 'speech' ? [post.video] : []
  const files = [...own.filter((file) => file !== null), ...post.bodyMedia].filter(isRecording)
  const seconds = post.kind === 'lesson' ? post.durationSeconds : null
  const byUrl = new Map(files.map((file) => [file.url, file]))
  return [...byUrl.values()].map(({ url, mime, size }, index) => ({
    ...{ url: absoluteUrl(url), mime, size, seconds: index < own.length ? seconds : null },
  }))
}

const pictureOf = (post: Post): string | null => {
  const file = post.kind === 'micropost' ? (post.pictures[0] ?? null) : 'cover' in post ? post.cover : null
  return file && absoluteUrl(file.url)
}

/** Null where the post has no page (any more). */
export const entryOf = (post: Post): Entry | null => {
  const address = publicAddress(post.kind, post.documentId)
  if (address === null) return null
  const published = new Date(post.displayDate).toISOString()
  const changed = new Date(post.updatedAt).toISOString()
  const author = authorOf(post)
  return {
    id: `${post.kind}:${post.documentId}`,
    title: writable(titleOf(post)),
    url: absoluteUrl(address),
    html: writable(contentOf(post, address)),
    summary: post.summary && writable(post.summary),
    author: author && writable(author),
    tags: post.tags
      .map((id) => documentById('tag', id)?.name)
      .filter((name) => name !== undefined)
      .map(writable),
    published,
    updated: changed > published ? changed : published,
    picture: pictureOf(post),
    recordings: recordingsOf(post),
  }
}
