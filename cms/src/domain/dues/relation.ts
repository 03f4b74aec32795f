/**
 * To which branch a month is owed. A month is not divided: dues are paid “至转出当月”, so the month of a move belongs to the
 * branch that was left (articles 9 and 10), wherever in the month the move lies.
 */
import { addMonths, type Day, firstDayOf, type Month, monthOf } from './months'

export type Relation = {
  /** 支部大会接收为预备党员之日: dues begin with its month (article 8); null: long ago */
  admittedOn: Day | null
  /** came with a letter that says until when dues are paid, if it says so */
  transferredIn: { on: Day; paidThrough: Month | null } | null
  /** branches within the college, each from a day until the next begins */
  stays: readonly { organisationId: string; from: Day }[]
  /** months for which a 流动党员 with the certificate pays where he is (article 9) */
  away: readonly { from: Month; until: Month | null }[]
  /** the day on which the relation went elsewhere or ended */
  leftOn: Day | null
}

export type NothingOwed = 'BEFORE_ADMISSION' | 'PAID_ELSEWHERE' | 'AFTER_LEAVING'
export type Owed = { organisationId: string } | { nothing: NothingOwed; article: '8' | '9' }

/** A letter that says nothing has paid for the month in which it was written. */
const firstMonthHere = ({ on, paidThrough }: { on: Day; paidThrough: Month | null }) =>
  addMonths(paidThrough ?? monthOf(on), 1)

export function owedTo(relation: Relation, month: Month): Owed {
  const { admittedOn, transferredIn, stays, away, leftOn } = relation
  if (admittedOn && month < monthOf(admittedOn)) return { nothing: 'BEFORE_ADMISSION', article: '8' }
  if (transferredIn && month < firstMonthHere(transferredIn)) return { nothing: 'PAID_ELSEWHERE', article: '9' }
  if (leftOn && month > monthOf(leftOn)) return { nothing: 'AFTER_LEAVING', article: '9' }
  const isAway = away.some(({ from, until }) => from <= month && (until === null || month <= until))
  if (isAway) return { nothing: 'PAID_ELSEWHERE', article: '9' }
  const sorted = [...stays].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const before = sorted.findLast(({ from }) => from < firstDayOf(month))
  const stay = before ?? sorted[0]
  return stay ? { organisationId: stay.organisationId } : { nothing: 'PAID_ELSEWHERE', article: '9' }
}
