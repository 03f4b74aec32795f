/** What a table of rates looks like, and which one holds in a month. The tables themselves are data. */
import { z } from 'zod'
import { categories } from './categories'
import type { Month } from './months'
import { monthSchema } from './months'
import { BASIS_POINTS_OF_ONE } from './rounding'

const fen = z.number().int().min(0)
const article = z.string().regex(/^\d+$/)

const bracketSchema = z.strictObject({
  /** with this very amount (“以下”含本数); null: whatever is above */
  upToFen: fen.nullable(),
  basisPoints: z.number().int().min(0).max(BASIS_POINTS_OF_ONE),
})

const isRising = (brackets: readonly { upToFen: number | null }[]) =>
  brackets.every(({ upToFen }, at) =>
    at === brackets.length - 1 ? upToFen === null : upToFen !== null && upToFen > (brackets[at - 1]?.upToFen ?? -1),
  )

/** The whole base is multiplied by the one rate of its bracket; nothing is progressive. */
const rateSchema = z.strictObject({
  kind: z.literal('rate'),
  article,
  brackets: z.array(bracketSchema).min(1).refine(isRising),
})
const fixedSchema = z.strictObject({ kind: z.literal('fixed'), article, fen })
/** the member names an amount between these */
const chosenSchema = z
  .strictObject({ kind: z.literal('chosen'), article, leastFen: fen, mostFen: fen })
  .refine(({ leastFen, mostFen }) => leastFen <= mostFen)

const ruleSchema = z.discriminatedUnion('kind', [rateSchema, fixedSchema, chosenSchema])
export type DuesRule = z.infer<typeof ruleSchema>

export const rateTableSchema = z.strictObject({
  from: monthSchema,
  sources: z.array(z.string().min(1)).min(1),
  rules: z.record(z.enum(categories), ruleSchema),
  /** a monthly due above it is a matter for the branch; it is never cut down to it */
  askAboveFen: fen,
  /** a single voluntary payment of this much or more goes wholly to the Centre */
  toCentreFromFen: fen,
})
export type RateTable = z.infer<typeof rateTableSchema>

/** The last table that has begun; null before the first. */
export const tableOf = (tables: readonly RateTable[], month: Month): RateTable | null =>
  tables
    .filter(({ from }) => from <= month)
    .reduce<RateTable | null>((last, table) => (last && last.from > table.from ? last : table), null)
