/** What the desk sends with an act of review. */
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { markTypes } from '../../domain/review/acts'

const MAX_NOTE = 2000
const MAX_QUOTE = 500
const MAX_AROUND = 100
const MAX_MARKS = 100

const mark = z.object({
  type: z.enum(Object.keys(markTypes) as [keyof typeof markTypes]),
  field: z.string().max(60).default(''),
  quote: z.string().max(MAX_QUOTE).default(''),
  prefix: z.string().max(MAX_AROUND).default(''),
  suffix: z.string().max(MAX_AROUND).default(''),
  comment: z.string().trim().max(MAX_NOTE).default(''),
})

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
const note = z.string().trim().max(MAX_NOTE).default('')
const level = z.union([z.literal(1), z.literal(2), z.literal(3)])

export const submission = z.object({ fingerprint, note })
export const verdict = z.object({ fingerprint, note, level, marks: z.array(mark).max(MAX_MARKS).default([]) })
export const withdrawal = z.object({ fingerprint, note })
export const urgency = z.object({ fingerprint, note })

/** these; or all of one piece; or, with neither, all */
export const readNotices = z.object({
  ids: z.array(z.int().positive()).max(500).optional(),
  documentId: z.string().max(40).optional(),
})
export const listed = z.object({
  list: z.enum(['awaiting', 'returned', 'submitted', 'published']),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
})
export type ListName = z.infer<typeof listed>['list']

export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value ?? {})
  if (!result.success) refuse('BAD_REQUEST', { field: result.error.issues[0]?.path.join('.') })
  return result.data
}
