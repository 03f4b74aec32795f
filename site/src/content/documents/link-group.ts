import { z } from 'zod'
import { base } from './fields.ts'

export const linkGroup = z.object({ ...base, name: z.string().min(1), order: z.number().int() })
