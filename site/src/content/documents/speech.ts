import { z } from 'zod'
import { day, post, text } from './fields.ts'
import { file, files } from './media.ts'

export const speech = z.object({
  ...post,
  title: z.string().min(1),
  speaker: z.string(),
  post: text,
  occasion: text,
  speechDate: day.nullable(),
  cover: file,
  body: z.string(),
  attachments: files,
  video: file,
})
