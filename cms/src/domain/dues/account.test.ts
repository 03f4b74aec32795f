import { describe, expect, it } from 'vitest'
import { type AccountBill, accountOf } from './account'
import { addMonths, lastDayOf } from './months'

const bill = (month: string, paidFen = 0, changes: Partial<AccountBill> = {}): AccountBill => ({
  ...{ id: month, month, dueFen: 3000, paidFen, dueOn: lastDayOf(month), isExcused: false },
  ...changes,
})
/** that many months, the first in January */
const months = (count: number, paidFen = 0) =>
  Array.from({ length: count }, (_, n) => bill(addMonths('2026-01', n), paidFen))
const TODAY = '2026-11-27'

it('says of each month how it stands', () => {
  const bills = [
    bill('2026-11'),
    bill('2026-10', 1),
    bill('2026-09', 3000),
    bill('2026-08', 0, { dueFen: 0 }),
    bill('2026-07', 3100),
  ]
  expect(accountOf(bills, TODAY)).toEqual({
    months: [
      { month: '2026-07', state: 'PAID', openFen: 0, isOverdue: false },
      { month: '2026-08', state: 'NOTHING_DUE', openFen: 0, isOverdue: false },
      { month: '2026-09', state: 'PAID', openFen: 0, isOverdue: false },
      { month: '2026-10', state: 'PARTLY', openFen: 2999, isOverdue: true },
      { month: '2026-11', state: 'UNPAID', openFen: 3000, isOverdue: false },
    ],
    ...{ openFen: 5999, overdueFen: 2999, overpaidFen: 100, unpaidRun: 0, flag: null, article: '13', tooOld: [] },
  })
})

it('of nobody is empty', () => {
  expect(accountOf([], TODAY)).toMatchObject({ months: [], openFen: 0, unpaidRun: 0, flag: null })
})

describe('months in a row for which nothing was paid', () => {
  const flagged = (bills: AccountBill[], today = TODAY) => {
    const { unpaidRun, flag } = accountOf(bills, today)
    return [unpaidRun, flag]
  }

  it.each([
    [0, null],
    [2, null],
    [3, 'THREE_MONTHS'],
    [5, 'THREE_MONTHS'],
    [6, 'SIX_MONTHS'],
    [9, 'SIX_MONTHS'],
  ])('%i: %s', (count, flag) => {
    expect(flagged(months(count))).toEqual([count, flag])
  })

  it('count from the day after the due day', () => {
    expect(flagged(months(6), '2026-06-30')).toEqual([5, 'THREE_MONTHS'])
    expect(flagged(months(6), '2026-07-01')).toEqual([6, 'SIX_MONTHS'])
  })

  it('of a quarter count together, when the quarter is over', () => {
    const quarter = months(3).map((one) => ({ ...one, dueOn: '2026-03-31' }))
    expect(flagged(quarter, '2026-03-31')).toEqual([0, null])
    expect(flagged(quarter, '2026-04-01')).toEqual([3, 'THREE_MONTHS'])
  })

  it.each<[string, Partial<AccountBill>]>([
    ['paid', { paidFen: 3000 }],
    ['paid in part', { paidFen: 1 }],
    ['excused', { isExcused: true }],
    ['of nothing due', { dueFen: 0 }],
  ])('end with a month %s', (_how, changes) => {
    const bills = months(6)
    bills[2] = { ...(bills[2] as AccountBill), ...changes }
    expect(flagged(bills)).toEqual([3, 'THREE_MONTHS'])
  })

  it('end where there is no bill, and go on across the year, in whatever order they come', () => {
    const [, , , fourth, ...later] = months(7)
    expect(flagged([...later, fourth, bill('2026-01'), bill('2026-02')] as AccountBill[])).toEqual([4, 'THREE_MONTHS'])
    expect(flagged([bill('2026-02'), bill('2025-12'), bill('2026-01')])).toEqual([3, 'THREE_MONTHS'])
  })

  it('still stand when later months are paid and these cannot be paid any more', () => {
    expect(flagged([...months(6), bill('2026-07', 3000)])).toEqual([6, 'SIX_MONTHS'])
    expect(accountOf(months(6), TODAY).tooOld).toEqual(['2026-01', '2026-02', '2026-03', '2026-04'])
  })
})
