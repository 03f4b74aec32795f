import { z } from 'zod'
import { day, documentId, post, text } from './fields.ts'
import { file, files } from './media.ts'

export const article = z.object({
  ...post,
  title: z.string().min(1),
  subtitle: text,
  cover: file,
  body: z.string(),
  author: text,
  attachments: files,
  related: z.array(documentId),
  representative: documentId.nullable(),
  reprintUrl: text,
  /** Beijing days in which a public notice invites opinions, both included */
  publicityFrom: day.nullable().default(null),
  publicityUntil: day.nullable().default(null),
})
