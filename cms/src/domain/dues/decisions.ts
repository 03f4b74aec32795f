/** Reductions and exemptions in hardship (article 7): the branch studies, the committee above it approves, for a stated period. */
import { z } from 'zod'
import { type Day, daySchema, type Month, monthSchema } from './months'
import { BASIS_POINTS_OF_ONE, multiply, type Rounding } from './rounding'

const MOST_CHARACTERS = 200
const act = z.strictObject({ organisationId: z.string().min(1), on: daySchema })

export const decisionSchema = z.strictObject({
  effect: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('exempt') }),
    /** this much a month instead */
    z.strictObject({ kind: z.literal('amount'), fen: z.number().int().min(1) }),
    /** this part of what would be due, in basis points */
    z.strictObject({
      kind: z.literal('share'),
      basisPoints: z
        .number()
        .int()
        .min(1)
        .max(BASIS_POINTS_OF_ONE - 1),
    }),
  ]),
  from: monthSchema,
  until: monthSchema,
  studied: act,
  approved: act,
  /** name or number of the paper with both */
  document: z.string().trim().min(1).max(MOST_CHARACTERS),
  /** taken back: no longer from this month on */
  revokedFrom: monthSchema.nullable(),
})
export type Decision = z.infer<typeof decisionSchema>

export type DecisionProblem =
  | 'DUES_DECISION_PERIOD'
  | 'DUES_DECISION_ORDER'
  | 'DUES_DECISION_BRANCH'
  | 'DUES_DECISION_COMMITTEE'
type Place = { id: string; kind: 'committee' | 'general-branch' | 'branch' | 'group' }

/**
 * Everything that is wrong, at once.
 * @param branch the member's own
 * @param above what stands above the branch, the nearest first: the first committee among them has to approve
 */
export function checkDecision(
  decision: Decision,
  branch: { id: string; above: readonly Place[] },
  today: Day,
): DecisionProblem[] {
  const { from, until, studied, approved } = decision
  const committee = branch.above.find(({ kind }) => kind === 'committee')
  return [
    ...(from > until ? (['DUES_DECISION_PERIOD'] as const) : []),
    ...(studied.on > approved.on || approved.on > today ? (['DUES_DECISION_ORDER'] as const) : []),
    ...(studied.organisationId !== branch.id ? (['DUES_DECISION_BRANCH'] as const) : []),
    ...(approved.organisationId !== committee?.id ? (['DUES_DECISION_COMMITTEE'] as const) : []),
  ]
}

/** Of several for one month the one approved last; on the same day the one entered last. */
export function decisionIn(decisions: readonly Decision[], month: Month): Decision | null {
  return decisions
    .filter(({ from, until, revokedFrom }) => from <= month && month <= until && (revokedFrom ?? '9999-12') > month)
    .reduce<Decision | null>((found, one) => (found && found.approved.on > one.approved.on ? found : one), null)
}

/** Never more than without a decision. */
export function reduce(dueFen: number, { effect }: Decision, rounding: Rounding): number {
  switch (effect.kind) {
    case 'exempt':
      return 0
    case 'amount':
      return Math.min(dueFen, effect.fen)
    case 'share':
      return multiply(dueFen, [effect.basisPoints], rounding)
    default:
      return effect satisfies never
  }
}
