import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../dues/allocate'
import { addMonths } from '../dues/months'
import { bookDue, bookPayment, bookRefund } from './book'
import { assertBalanced, type Posting } from './entry'

const whose = { memberId: 'm', organisationId: 'b' }
const terms = { today: '2026-11-27', isRestVoluntary: true, toCentreFromFen: 1000_00 }
const balance = (postings: readonly Posting[]) => postings.reduce((sum, { fen }) => sum + fen, 0)
const entry = (postings: Posting[]) => ({
  cause: 'payment' as const,
  causeId: 'p',
  by: 'x',
  on: '2026-11-27',
  postings,
})
const lines = (postings: readonly Posting[]) => postings.map(({ account, billId, fen }) => [account, billId, fen])

const bill = (month: string, dueFen: number, organisationId = 'b') => ({
  ...{ id: `m:${month}`, memberId: 'm', organisationId, month, dueFen, paidFen: 0 },
})
const paid = (fen: number, bills: ReturnType<typeof bill>[]) =>
  bookPayment(whose, 'cash', fen, allocate(fen, bills, terms), new Map(bills.map((one) => [one.id, one])))

describe('a bill', () => {
  it('is owed by the member and income of the branch', () => {
    expect(lines(bookDue(bill('2026-11', 0), 3457))).toEqual([
      ['owed', 'm:2026-11', 3457],
      ['dues', 'm:2026-11', -3457],
    ])
  })

  it('of nothing writes nothing', () => expect(bookDue(bill('2026-11', 0), 0)).toEqual([]))
})

describe('a payment', () => {
  const bills = [bill('2026-10', 3000, 'before'), bill('2026-11', 3000)]

  it('settles each month at the branch it belongs to', () => {
    const postings = paid(4000, bills)
    expect(lines(postings)).toEqual([
      ['cash', null, 4000],
      ['owed', 'm:2026-10', -3000],
      ['owed', 'm:2026-11', -1000],
    ])
    expect(postings.map(({ organisationId }) => organisationId)).toEqual(['b', 'before', 'b'])
  })

  it.each([
    [6500, 'voluntary', 500],
    [1059_99, 'voluntary', 999_99],
    [1060_00, 'centre', 1000_00],
  ] as const)('of %i keeps apart what is given beyond: %s', (fen, account, extra) => {
    expect(lines(paid(fen, bills)).at(-1)).toEqual([account, null, -extra])
  })
})

describe('a refund', () => {
  const postings = paid(6500, [bill('2026-10', 3000), bill('2026-11', 3000)])

  it('opens the newest again, after what was given beyond', () => {
    expect(lines(bookRefund(postings, 600))).toEqual([
      ['cash', null, -600],
      ['voluntary', null, 500],
      ['owed', 'm:2026-11', 100],
    ])
  })

  it.each([0, -1, 6501])('of %i is refused', (fen) => expect(() => bookRefund(postings, fen)).toThrow(RangeError))
})

it('whatever is billed, paid and given back adds up', () => {
  const bills = fc
    .array(fc.nat(200_000), { maxLength: 6 })
    .map((all) => all.map((fen, at) => bill(addMonths('2026-06', at), fen)))
  fc.assert(
    fc.property(
      bills,
      fc.integer({ min: 1, max: 2_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, fen, share) => {
        const postings = paid(fen, all)
        assertBalanced(entry(postings))
        const back = Math.max(1, Math.floor(fen * share))
        const refund = bookRefund(postings, back)
        assertBalanced(entry(refund))
        expect(balance([...postings, ...refund].filter(({ account }) => account === 'cash'))).toBe(fen - back)
        for (const { id, dueFen } of all) {
          const settled = -balance([...postings, ...refund].filter(({ billId }) => billId === id))
          expect(settled).toBeGreaterThanOrEqual(0)
          expect(settled).toBeLessThanOrEqual(dueFen)
        }
      },
    ),
  )
})

it.each([[[1, -2]], [[0.5, -0.5]], [[0, 0]], [[Number.NaN]]])('%j is never booked', (amounts) => {
  const postings = amounts.map((fen) => ({ account: 'cash' as const, ...whose, billId: null, fen }))
  expect(() => assertBalanced(entry(postings))).toThrow(RangeError)
})
