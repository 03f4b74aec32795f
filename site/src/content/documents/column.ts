import { z } from 'zod'
import { base, instant, text } from './fields.ts'

export const column = z.object({
  ...base,
  slug: z.string().min(1),
  /** slugs it had before, without the present one */
  formerSlugs: z.array(z.object({ slug: z.string().min(1), leftAt: instant })).default([]),
  name: z.string().min(1),
  module: z.enum(['dynamics', 'vanguard', 'organization', 'ideas', 'portal']),
  order: z.number().int(),
  kind: z.enum(['article', 'speech', 'policy', 'lesson', 'micropost', 'representative', 'link', 'guide', 'contact']),
  intro: text,
  pageSize: z.number().int().min(5).max(100),
  reviewLevels: z.number().int().min(0).max(3),
  visible: z.boolean(),
})
