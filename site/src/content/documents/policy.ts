import { z } from 'zod'
import { day, documentId, post, text } from './fields.ts'
import { files } from './media.ts'

export const policy = z.object({
  ...post,
  title: z.string().min(1),
  indexNumber: text,
  issuer: text,
  documentNumber: text,
  subject: text,
  adoptedOn: day.nullable(),
  issuedOn: day.nullable(),
  effectiveOn: day.nullable(),
  validity: z.enum(['effective', 'amended', 'repealed']),
  /** one line an adoption or amendment, newline-separated */
  history: text,
  body: z.string(),
  interpretation: text,
  attachments: files,
  replaces: z.array(documentId),
})
