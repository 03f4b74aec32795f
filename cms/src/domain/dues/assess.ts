/** What one member owes for one month, to whom, and by which article: all that the monthly billing asks. */
import { baseIn, type CategoryFrom, type ConfirmedBase, categoryIn } from './base-history'
import { calculate, type DuesFlag, mayChoose } from './calculate'
import type { Category } from './categories'
import { type Decision, decisionIn, reduce } from './decisions'
import type { Month } from './months'
import { tableOf } from './rate-table'
import { type NothingOwed, owedTo, type Relation } from './relation'
import type { DuesSettings } from './settings'

export type MemberFacts = Relation & {
  categories: readonly CategoryFrom[]
  /** a farmer's own choice; null as long as he has not named it */
  chosenFen: number | null
}

export type AssessmentInput = {
  member: MemberFacts
  /** confirmed ones alone, in the order of confirmation */
  bases: readonly ConfirmedBase[]
  /** checked ones alone (@see checkDecision) */
  decisions: readonly Decision[]
  settings: DuesSettings
  month: Month
}

/** Why no bill can be made yet: somebody has to enter what is missing. */
export type Unknown = 'CATEGORY_MISSING' | 'BASE_MISSING' | 'NO_RATE_TABLE'

export type Assessment =
  | {
      outcome: 'due'
      organisationId: string
      category: Category
      /** 0 where somebody is exempt */
      dueFen: number
      /** before a reduction; null where a decision names the amount and the base is not known */
      ordinaryFen: number | null
      baseFen: number | null
      rate: string | null
      article: string
      flags: DuesFlag[]
      reason: 'RATE' | 'FIXED' | 'REDUCED' | 'EXEMPT'
      decision: Decision | null
    }
  | { outcome: 'nothing'; dueFen: 0; rate: null; article: string; flags: []; reason: NothingOwed }
  | { outcome: 'unknown'; organisationId: string; dueFen: null; rate: null; article: null; flags: []; reason: Unknown }

const HARDSHIP = '7'

/** A hardship decision that names the amount needs no base to go by. */
const namedBy = (decision: Decision | null): number | null =>
  decision?.effect.kind === 'exempt' ? 0 : decision?.effect.kind === 'amount' ? decision.effect.fen : null

export function assess({ member, bases, decisions, settings, month }: AssessmentInput): Assessment {
  const owed = owedTo(member, month)
  if ('nothing' in owed)
    return { outcome: 'nothing', dueFen: 0, rate: null, article: owed.article, flags: [], reason: owed.nothing }
  const { organisationId } = owed
  const unknown = (reason: Unknown): Assessment => ({
    ...{ outcome: 'unknown', organisationId, dueFen: null, rate: null, article: null, flags: [], reason },
  })

  const table = tableOf(settings.tables, month)
  if (!table) return unknown('NO_RATE_TABLE')
  const then = categoryIn(member.categories, month)
  if (!then) return unknown('CATEGORY_MISSING')
  const { category } = then
  const rule = table.rules[category]
  // what somebody earned before he became a student is no mistake to point at
  const baseFen = rule.kind === 'rate' ? baseIn(bases, then, month, settings.baseChangePolicy) : null
  // an amount chosen under an older table has to be chosen again; one bad row must not stop the month
  const chosenFen = member.chosenFen !== null && mayChoose(rule, member.chosenFen) ? member.chosenFen : null
  const ordinary = calculate(table, { category, baseFen, chosenFen }, settings)

  const decision = decisionIn(decisions, month)
  const about = { outcome: 'due', organisationId, category, ordinaryFen: ordinary?.dueFen ?? null, baseFen } as const
  if (!decision) {
    if (!ordinary) return unknown('BASE_MISSING')
    return { ...about, ...ordinary, reason: ordinary.rate === null ? 'FIXED' : 'RATE', decision }
  }
  const dueFen = ordinary ? reduce(ordinary.dueFen, decision, settings.rounding) : namedBy(decision)
  if (dueFen === null) return unknown('BASE_MISSING')
  const reason = decision.effect.kind === 'exempt' ? 'EXEMPT' : 'REDUCED'
  const flags = (ordinary?.flags ?? []).filter((flag) => flag !== 'ABOVE_1000' || dueFen > table.askAboveFen)
  return { ...about, dueFen, rate: ordinary?.rate ?? null, article: HARDSHIP, flags, reason, decision }
}
