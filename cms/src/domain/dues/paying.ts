/**
 * When and by whom dues are paid (articles 11, 12, 14). What article 14 forbids cannot be said here: there is no payer that is an
 * organisation (垫交), no way that is a deduction from pay (扣缴), and no purpose beside dues and the voluntary extra (“特殊党费”).
 */
import { z } from 'zod'
import { type Day, daySchema, firstDayOf, lastDayOf, lastMonthOfQuarter, type Month } from './months'

export const purposes = ['dues', 'voluntary'] as const
export const rhythms = ['monthly', 'quarterly'] as const
export type Rhythm = (typeof rhythms)[number]

const MOST_CHARACTERS = 50
export const payerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({ kind: z.literal('relative'), name: z.string().trim().min(1).max(MOST_CHARACTERS) }),
  z.strictObject({ kind: z.literal('member'), memberId: z.string().min(1) }),
])
export type Payer = z.infer<typeof payerSchema>

export const arrangementSchema = z.strictObject({
  rhythm: z.enum(rhythms),
  payer: payerSchema,
  /** of the branch: anything but paying oneself every month needs it */
  consent: z.strictObject({ organisationId: z.string().min(1), on: daySchema }).nullable(),
})
export type Arrangement = z.infer<typeof arrangementSchema>

export type ArrangementProblem = 'DUES_CONSENT_MISSING' | 'DUES_CONSENT_BRANCH' | 'DUES_PAYER_IS_MEMBER'

export function checkArrangement(
  { rhythm, payer, consent }: Arrangement,
  member: { id: string; branchId: string },
): ArrangementProblem[] {
  const isOrdinary = rhythm === 'monthly' && payer.kind === 'self'
  return [
    ...(!isOrdinary && consent === null ? (['DUES_CONSENT_MISSING'] as const) : []),
    ...(consent !== null && consent.organisationId !== member.branchId ? (['DUES_CONSENT_BRANCH'] as const) : []),
    ...(payer.kind === 'member' && payer.memberId === member.id ? (['DUES_PAYER_IS_MEMBER'] as const) : []),
  ]
}

/**
 * The last day on which a month is paid in time: of that month, or of the last one of its quarter.
 * @param dueDay day of the month; months that are shorter end earlier
 */
export function dueOn(month: Month, rhythm: Rhythm, dueDay: number): Day {
  const last = rhythm === 'quarterly' ? lastMonthOfQuarter(month) : month
  const day = `${firstDayOf(last).slice(0, -2)}${String(dueDay).padStart(2, '0')}`
  return day < lastDayOf(last) ? day : lastDayOf(last)
}
