import { z } from 'zod'
import { base, documentId, text } from './fields.ts'
import { file } from './media.ts'

export const link = z.object({
  ...base,
  title: z.string().min(1),
  url: z.string(),
  group: documentId.nullable(),
  description: text,
  logo: file,
  order: z.number().int(),
})
