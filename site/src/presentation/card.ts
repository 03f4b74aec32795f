/**
 * The picture that stands for a page where somebody shares it. The publisher draws it beside the page; here is decided
 * what it shows, and thereby its name: another content is another picture, the same one is not drawn again.
 */
import { hash } from 'node:crypto'
import { type Post, titleOf } from '../content/cards.ts'
import type { Media } from '../content/documents.ts'

/** Raise it with every change of how cards are drawn. */
const LOOK = 1

export type CardDesign =
  | { kind: 'title'; title: string; label: string; site: string }
  /** `file` is the address of an upload */
  | { kind: 'cover'; file: string; size: number; focalPoint: { x: number; y: number } }

/** `wide` for most, `square` for WeChat, `large` for podcast directories. */
export const cardShapes = {
  wide: { width: 1200, height: 630 },
  square: { width: 300, height: 300 },
  large: { width: 1400, height: 1400 },
} as const
export type CardShape = keyof typeof cardShapes

const MIDDLE = { x: 50, y: 50 }
const CROPPED_FROM = { width: 600, height: 315 }
const PHOTO = /^image\/(?:jpeg|png|webp|avif)$/

const coverOf = (post: Post): Media | null => {
  const file = post.kind === 'micropost' ? (post.pictures[0] ?? null) : 'cover' in post ? post.cover : null
  const isLarge = (file?.width ?? 0) >= CROPPED_FROM.width && (file?.height ?? 0) >= CROPPED_FROM.height
  return file && PHOTO.test(file.mime) && isLarge ? file : null
}

type Site = { siteName: string; collegeName: string }

/** @param column the name of its column */
export const cardOfPost = (post: Post, column: string, { siteName, collegeName }: Site): CardDesign => {
  const cover = coverOf(post)
  if (cover) return { kind: 'cover', file: cover.url, size: cover.size, focalPoint: cover.focalPoint ?? MIDDLE }
  return { kind: 'title', title: titleOf(post), label: column, site: `${siteName} · ${collegeName}` }
}

export const cardOfColumn = (name: string, { siteName, collegeName }: Site): CardDesign => ({
  kind: 'title',
  title: name,
  label: siteName,
  site: collegeName,
})

export const cardOfSite = ({ siteName, collegeName }: Site): CardDesign => ({
  kind: 'title',
  title: siteName,
  label: '',
  site: collegeName,
})

const DIGITS = 16

/** Without its shape. */
export const cardName = (design: CardDesign): string => hash('sha256', JSON.stringify([LOOK, design])).slice(0, DIGITS)

/** Drawn letters stay sharp as PNG; a photograph is smaller as JPEG. */
export const cardFile = (design: CardDesign, shape: CardShape): string =>
  `${cardName(design)}-${shape}.${design.kind === 'cover' ? 'jpg' : 'png'}`

export const cardAddress = (design: CardDesign, shape: CardShape): string => `/cards/${cardFile(design, shape)}`
