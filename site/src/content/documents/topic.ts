import { z } from 'zod'
import { base, text } from './fields.ts'

export const topic = z.object({
  ...base,
  name: z.string().min(1),
  slug: z.string().min(1),
  intro: text,
  order: z.number().int(),
})
