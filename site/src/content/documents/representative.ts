import { z } from 'zod'
import { post, text } from './fields.ts'
import { file } from './media.ts'

export const representative = z.object({
  ...post,
  name: z.string().min(1),
  photo: file,
  /** 职务 */
  post: text,
  branch: text,
  /** which congress, which term */
  term: text,
  receptionTime: text,
  receptionPlace: text,
  body: text,
  order: z.number().int(),
})
