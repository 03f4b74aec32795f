import { z } from 'zod'
import { base } from './fields.ts'

export const tag = z.object({ ...base, name: z.string().min(1), slug: z.string().min(1) })
