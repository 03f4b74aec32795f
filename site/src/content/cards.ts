/** What lists show of a document. Lists read cards only, so a change of a body touches no list. */
import { z } from 'zod'
import { type DocumentOf, documentSchemas, type PostKind, postKinds } from './documents.ts'

const common = {
  publishedAt: true,
  updatedAt: true,
  bodyMedia: true,
  formerAddresses: true,
  responsibleEditor: true,
  tags: true,
} as const

export const cardSchemas = {
  article: documentSchemas.article
    .omit({
      ...common,
      body: true,
      attachments: true,
      related: true,
      representative: true,
      reprintUrl: true,
      author: true,
    })
    .extend({ kind: z.literal('article') }),
  speech: documentSchemas.speech
    .omit({ ...common, body: true, attachments: true, video: true })
    .extend({ kind: z.literal('speech') }),
  policy: documentSchemas.policy
    .omit({
      ...common,
      body: true,
      attachments: true,
      interpretation: true,
      history: true,
      replaces: true,
    })
    .extend({ kind: z.literal('policy') }),
  lesson: documentSchemas.lesson
    .omit({ ...common, body: true, transcript: true, attachments: true, captions: true, chapters: true })
    .extend({ kind: z.literal('lesson') }),
  micropost: documentSchemas.micropost.omit(common).extend({ kind: z.literal('micropost') }),
  representative: documentSchemas.representative
    .omit({ ...common, body: true })
    .extend({ kind: z.literal('representative') }),
} as const satisfies Record<PostKind, z.ZodType>

export const cardSchema = z.discriminatedUnion('kind', [
  cardSchemas.article,
  cardSchemas.speech,
  cardSchemas.policy,
  cardSchemas.lesson,
  cardSchemas.micropost,
  cardSchemas.representative,
])
export type Card = z.infer<typeof cardSchema>
export type CardOf<K extends PostKind> = Extract<Card, { kind: K }>

export type Post = { [K in PostKind]: { kind: K } & DocumentOf<K> }[PostKind]

export const isPostKind = (kind: string): kind is PostKind => postKinds.some((known) => known === kind)

export const cardOf = (post: Post): Card => cardSchema.parse(post)

const MICROPOST_TITLE_CHARACTERS = 40

/** The line that stands for a post in lists, page titles and feeds. */
export const titleOf = (post: Card | Post): string => {
  switch (post.kind) {
    case 'micropost': {
      const characters = [...post.text.replace(/\s+/gu, ' ').trim()]
      const title = characters.slice(0, MICROPOST_TITLE_CHARACTERS).join('')
      return characters.length > MICROPOST_TITLE_CHARACTERS ? `${title}……` : title
    }
    case 'representative':
      return post.name
    default:
      return post.title
  }
}
