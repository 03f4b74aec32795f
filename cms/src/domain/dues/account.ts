/** How a member stands: each month, what is open, and whether articles 12 and 13 ask the branch to look. */
import { type OpenBill, oldestPayable, openOf } from './allocate'
import { addMonths, type Day, type Month } from './months'

export type AccountBill = OpenBill & {
  /** the last day on which it is paid in time */
  dueOn: Day
  /** the branch has written down a valid reason for not paying */
  isExcused: boolean
}

export type MonthState = 'NOTHING_DUE' | 'PAID' | 'PARTLY' | 'UNPAID'
export type AccountMonth = { month: Month; state: MonthState; openFen: number; isOverdue: boolean }

/** Only ever a matter for people: nothing here changes anybody's status. */
export const unpaidFlags = { THREE_MONTHS: 3, SIX_MONTHS: 6 } as const
export type UnpaidFlag = keyof typeof unpaidFlags

export type Account = {
  months: AccountMonth[]
  openFen: number
  overdueFen: number
  /** paid beyond what is due, after a correction */
  overpaidFen: number
  /** the longest run of months past due for which nothing at all was paid */
  unpaidRun: number
  flag: UnpaidFlag | null
  article: '13'
  /** open months that cannot be paid any more */
  tooOld: Month[]
}

function stateOf({ dueFen, paidFen }: OpenBill): MonthState {
  if (dueFen === 0) return 'NOTHING_DUE'
  if (paidFen >= dueFen) return 'PAID'
  return paidFen > 0 ? 'PARTLY' : 'UNPAID'
}

/**
 * “连续6个月不交纳”: months for which nothing was paid, past their day, one after the other. A month that was paid in part, excused,
 * or for which nothing was due ends the run: what is doubtful counts in the member's favour, for a flag is only a hint.
 */
function longestRun(bills: readonly AccountBill[], today: Day): number {
  const unpaid = bills.filter((bill) => stateOf(bill) === 'UNPAID' && !bill.isExcused && bill.dueOn < today)
  let longest = 0
  let run = 0
  let before: Month | null = null
  for (const { month } of unpaid) {
    run = before !== null && month === addMonths(before, 1) ? run + 1 : 1
    longest = Math.max(longest, run)
    before = month
  }
  return longest
}

const flagOf = (run: number): UnpaidFlag | null =>
  run >= unpaidFlags.SIX_MONTHS ? 'SIX_MONTHS' : run >= unpaidFlags.THREE_MONTHS ? 'THREE_MONTHS' : null

/** @param bills all of one member, one a month, in any order */
export function accountOf(bills: readonly AccountBill[], today: Day): Account {
  const sorted = [...bills].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
  const months = sorted.map((bill) => ({
    ...{ month: bill.month, state: stateOf(bill), openFen: openOf(bill) },
    isOverdue: openOf(bill) > 0 && bill.dueOn < today,
  }))
  const sum = (some: readonly AccountMonth[]) => some.reduce((total, { openFen }) => total + openFen, 0)
  const unpaidRun = longestRun(sorted, today)
  return {
    months,
    openFen: sum(months),
    overdueFen: sum(months.filter(({ isOverdue }) => isOverdue)),
    overpaidFen: sorted.reduce((total, { dueFen, paidFen }) => total + Math.max(0, paidFen - dueFen), 0),
    unpaidRun,
    flag: flagOf(unpaidRun),
    article: '13',
    tooOld: months
      .filter(({ openFen, month }) => openFen > 0 && month < oldestPayable(today))
      .map(({ month }) => month),
  }
}
