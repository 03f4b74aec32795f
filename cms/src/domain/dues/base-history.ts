/** Which of the bases that a branch has confirmed counts in a month. */
import type { Category } from './categories'
import { januaryOf, type Month } from './months'
import type { BaseChangePolicy } from './settings'

/** `from` is the month in which the pay was received for the first time; lists are in the order of confirmation. */
export type ConfirmedBase = { category: Category; baseFen: number; from: Month }
export type CategoryFrom = { category: Category; from: Month }

/** The later month wins; of the same month what was confirmed last, for that is a correction. */
const last = (bases: readonly ConfirmedBase[]): ConfirmedBase | null =>
  bases.reduce<ConfirmedBase | null>((found, base) => (found && found.from > base.from ? found : base), null)

/**
 * What somebody was in a month, and since when without a break.
 * The first entry reaches back as far as one likes: nobody writes down what a member was before the portal.
 */
export function categoryIn(
  history: readonly CategoryFrom[],
  month: Month,
): { category: Category; since: Month | null } | null {
  const sorted = [...history].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const [first] = sorted
  if (!first) return null
  let current: { category: Category; since: Month | null } = { category: first.category, since: null }
  for (const { category, from } of sorted)
    if (from <= month && category !== current.category) current = { category, since: from }
  return current
}

/**
 * `immediate`: the pay of the month itself (article 10). `yearly`: the pay of January, for all the year; who had none in January
 * (admitted, arrived, or of another category since) stays with the first one of the year.
 */
export function baseIn(
  bases: readonly ConfirmedBase[],
  { category, since }: { category: Category; since: Month | null },
  month: Month,
  policy: BaseChangePolicy,
): number | null {
  const own = bases.filter((base) => base.category === category && base.from <= month && (since ?? '') <= base.from)
  if (policy === 'immediate') return last(own)?.baseFen ?? null
  const january = januaryOf(month)
  const ofJanuary = last(own.filter(({ from }) => from <= january))
  if (ofJanuary) return ofJanuary.baseFen
  const first = own.map(({ from }) => from).sort()[0]
  return last(own.filter(({ from }) => from === first))?.baseFen ?? null
}
