import { z } from 'zod'
import { base, documentId, formerAddresses, text } from './fields.ts'
import { files } from './media.ts'

export const page = z.object({
  ...base,
  slug: z.string().min(1),
  title: z.string().min(1),
  /** the guide of this column stands at the column's own address */
  column: documentId.nullable(),
  summary: text,
  body: z.string(),
  attachments: files,
  bodyMedia: files,
  formerAddresses,
})
