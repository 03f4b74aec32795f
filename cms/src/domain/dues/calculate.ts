/** One due from one base: what the calculator shows and the bills rest on. */
import type { Category } from './categories'
import { assertFen } from './money'
import type { DuesRule, RateTable } from './rate-table'
import { BASIS_POINTS_OF_ONE, formatShare, multiply } from './rounding'
import type { DuesSettings } from './settings'

/**
 * What a person should look at. None of them changes the amount.
 * - `ABOVE_1000`: “一般不超过1000元” (2017); the branch decides
 * - `ZERO_BASE`: who has no pay any more may belong to another category
 * - `BASE_NOT_USED`: a base was given where none counts
 * - `AMOUNT_NOT_CHOSEN`: the least amount stands in for the one that the member has yet to name
 */
export const duesFlags = ['ABOVE_1000', 'ZERO_BASE', 'BASE_NOT_USED', 'AMOUNT_NOT_CHOSEN'] as const
export type DuesFlag = (typeof duesFlags)[number]

export type Calculated = { dueFen: number; rate: string | null; article: string; flags: DuesFlag[] }

type Amounts = { category: Category; baseFen: number | null; chosenFen: number | null }

function byRate(rule: DuesRule & { kind: 'rate' }, factor: number, baseFen: number, { rounding }: DuesSettings) {
  // 70 % of a pension falls into the bracket of what is left of it, compared without rounding
  const counted = BigInt(baseFen) * BigInt(factor)
  const isWithin = ({ upToFen }: { upToFen: number | null }) =>
    upToFen === null || counted <= BigInt(upToFen) * BigInt(BASIS_POINTS_OF_ONE)
  const { basisPoints } = rule.brackets.find(isWithin) as (typeof rule.brackets)[number]
  const shares = factor === BASIS_POINTS_OF_ONE ? [basisPoints] : [factor, basisPoints]
  return { dueFen: multiply(baseFen, shares, rounding), rate: formatShare(basisPoints) }
}

/** Whether a member of that category may name that amount. */
export const mayChoose = (rule: DuesRule, fen: number): boolean =>
  rule.kind === 'chosen' && fen >= rule.leastFen && fen <= rule.mostFen

/**
 * @throws RangeError where the chosen amount is none that may be chosen
 * @returns null where the category lives on a base and there is none
 */
export function calculate(table: RateTable, given: Amounts, settings: DuesSettings): Calculated | null {
  const { category, baseFen, chosenFen } = given
  for (const amount of [baseFen, chosenFen]) if (amount !== null) assertFen(amount)
  const rule = table.rules[category]
  const { article } = rule
  const unused: DuesFlag[] = baseFen === null ? [] : ['BASE_NOT_USED']
  switch (rule.kind) {
    case 'fixed':
      return { dueFen: rule.fen, rate: null, article, flags: unused }
    case 'chosen':
      if (chosenFen === null)
        return { dueFen: rule.leastFen, rate: null, article, flags: ['AMOUNT_NOT_CHOSEN', ...unused] }
      if (!mayChoose(rule, chosenFen)) throw new RangeError(`cannot be chosen: ${chosenFen}`)
      return { dueFen: chosenFen, rate: null, article, flags: unused }
    case 'rate': {
      if (baseFen === null) return null
      const factor = category === 'retired' ? settings.retiredFactor : BASIS_POINTS_OF_ONE
      const { dueFen, rate } = byRate(rule, factor, baseFen, settings)
      const flags: DuesFlag[] = [
        ...(dueFen > table.askAboveFen ? (['ABOVE_1000'] as const) : []),
        ...(baseFen === 0 ? (['ZERO_BASE'] as const) : []),
      ]
      return { dueFen, rate, article, flags }
    }
    default:
      return rule satisfies never
  }
}
