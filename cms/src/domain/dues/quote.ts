/** The public question “how much would that be?”: three fields in, an answer in fen out. It knows no member and keeps nothing. */
import { z } from 'zod'
import { calculate, type DuesFlag, mayChoose } from './calculate'
import { categories } from './categories'
import { formatMoney, parseMoney } from './money'
import { addMonths, type Day, monthOf, monthSchema } from './months'
import { tableOf } from './rate-table'
import type { DuesRefusal } from './refusals'
import type { DuesSettings } from './settings'

/** nobody knows the rates of later times */
export const MONTHS_AHEAD = 24

const code = (refusal: DuesRefusal) => ({ error: refusal })

const baseSchema = z.unknown().transform((base, ctx): number | null => {
  if (base === null) return null
  const read = parseMoney(base)
  if ('fen' in read) return read.fen
  ctx.addIssue({ code: 'custom', message: `DUES_BASE_${read.problem}` satisfies DuesRefusal })
  return z.NEVER
})

const bodySchema = z.strictObject(
  {
    category: z.enum(categories, code('DUES_CATEGORY')),
    /** of farmers the amount that they have chosen; missing or null where none is asked for */
    base: baseSchema.optional(),
    month: monthSchema,
  },
  { error: ({ code: kind }) => (kind === 'unrecognized_keys' ? 'DUES_FIELD_UNKNOWN' : 'DUES_BODY') },
)
const fields = ['category', 'base', 'month'] as const
type Field = (typeof fields)[number] | ''

export type QuoteProblem = { field: Field; code: DuesRefusal }
export type Quote = { due: string; fen: number; rate: string | null; article: string; flags: DuesFlag[] }

const problem = (field: Field, refusal: DuesRefusal) => ({ problems: [{ field, code: refusal }] })

const problemsOf = ({ issues }: z.ZodError): QuoteProblem[] =>
  issues.map(({ path, message }) => {
    const field = fields.find((name) => name === path[0]) ?? ''
    return { field, code: field === 'month' ? 'DUES_MONTH' : (message as DuesRefusal) }
  })

/** Everything that is wrong with the fields, at once; what is wrong with them together, afterwards. */
export function quote(body: unknown, settings: DuesSettings, today: Day): Quote | { problems: QuoteProblem[] } {
  const read = bodySchema.safeParse(body)
  if (!read.success) return { problems: problemsOf(read.error) }
  const { category, base = null, month } = read.data
  const table = month > addMonths(monthOf(today), MONTHS_AHEAD) ? null : tableOf(settings.tables, month)
  if (!table) return problem('month', 'DUES_MONTH_RANGE')
  const rule = table.rules[category]
  const isChosen = rule.kind === 'chosen'
  if (isChosen && base !== null && !mayChoose(rule, base)) return problem('base', 'DUES_CHOSEN_RANGE')
  const amounts = isChosen ? { baseFen: null, chosenFen: base } : { baseFen: base, chosenFen: null }
  const result = calculate(table, { category, ...amounts }, settings)
  if (!result) return problem('base', 'DUES_BASE_EMPTY')
  const { dueFen, rate, article, flags } = result
  return { due: formatMoney(dueFen), fen: dueFen, rate, article, flags }
}
