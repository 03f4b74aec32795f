import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { isAct } from '../../domain/audit/acts'
import { beijingMidnight, dayAfter } from '../../domain/audit/beijing-days'
import { results } from '../../domain/audit/entry'
import type { AuditFilter } from '../../stores/audit-search'

const MAX_TEXT = 100
const text = z.string().trim().max(MAX_TEXT).optional()
const day = z
  .string()
  .transform(beijingMidnight)
  .refine((midnight) => midnight !== null)
  .optional()

const query = z.object({
  person: text,
  subject: text,
  act: z.string().refine(isAct).optional(),
  result: z.enum(results).optional(),
  from: day,
  to: day,
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  format: z.enum(['xlsx', 'csv']).optional(),
})

export type Asked = { filter: AuditFilter; format: 'xlsx' | 'csv' }

/** From the query of an address; what is left empty was not asked for. Days are Beijing's, the last one included. */
export function readFilter(asked: Record<string, unknown>): Asked {
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
  const parsed = query.safeParse(given)
  if (!parsed.success) return refuse('BAD_REQUEST', { fields: parsed.error.issues.map(({ path }) => path.join('.')) })
  const { format = 'xlsx', from, to, ...filter } = parsed.data
  return {
    filter: { ...filter, from: from ?? undefined, to: to ? dayAfter(to) : undefined },
    format,
  }
}
