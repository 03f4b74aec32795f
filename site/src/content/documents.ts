/**
 * The shape of every document the CMS hands to the site: `documents/` has one schema a kind, everybody else imports this file.
 * Relations arrive as documentIds, times as UTC ISO strings, days as YYYY-MM-DD.
 */
import { z } from 'zod'
import { article } from './documents/article.ts'
import { column } from './documents/column.ts'
import { contact } from './documents/contact.ts'
import { documentId, instant } from './documents/fields.ts'
import { lesson } from './documents/lesson.ts'
import { link } from './documents/link.ts'
import { linkGroup } from './documents/link-group.ts'
import { micropost } from './documents/micropost.ts'
import { page } from './documents/page.ts'
import { policy } from './documents/policy.ts'
import { representative } from './documents/representative.ts'
import { siteSetting } from './documents/site-setting.ts'
import { speech } from './documents/speech.ts'
import { tag } from './documents/tag.ts'
import { topic } from './documents/topic.ts'

export type { Media } from './documents/media.ts'

export const documentSchemas = {
  column,
  article,
  speech,
  policy,
  lesson,
  micropost,
  representative,
  link,
  'link-group': linkGroup,
  tag,
  topic,
  page,
  'site-setting': siteSetting,
  contact,
} as const

export type Kind = keyof typeof documentSchemas
export type DocumentOf<K extends Kind> = z.infer<(typeof documentSchemas)[K]>
export const kinds = Object.keys(documentSchemas) as Kind[]

/** Kinds that stand in a column, are listed, paged and have a page of their own. */
export const postKinds = ['article', 'speech', 'policy', 'lesson', 'micropost', 'representative'] as const
export type PostKind = (typeof postKinds)[number]

export const changeSchema = z.object({
  sequence: z.number().int().positive(),
  kind: z.enum(kinds as [Kind, ...Kind[]]),
  documentId,
  event: z.enum(['published', 'updated', 'moved', 'unpublished', 'deleted', 'retried']),
  at: instant,
  /** the document as it is public now; null when it is not public (any more) */
  document: z.unknown(),
})
export type Change = z.infer<typeof changeSchema>

export const changesResponseSchema = z.object({
  data: z.array(changeSchema),
  meta: z.object({ latest: z.number().int().nonnegative() }),
})
