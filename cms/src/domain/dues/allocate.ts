/** Where money goes that a member has paid: the oldest open month first, back payment at most six months (article 12). */
import { assertFen } from './money'
import { addMonths, type Day, type Month, monthOf } from './months'

export const BACK_PAYMENT_MONTHS = 6

export type OpenBill = { id: string; month: Month; dueFen: number; paidFen: number }

export type Allocation = {
  parts: { billId: string; month: Month; fen: number }[]
  /** what the payer gives beyond the dues because he said so (article 11) */
  voluntaryFen: number
  /** that much at once goes wholly to the Centre, and is kept apart from dues in every book */
  isForCentre: boolean
  /** belongs to nothing: refuse it before it is taken, give it back afterwards */
  returnedFen: number
  /** open months that lie too far back: the branch has to talk about them, money cannot settle them */
  tooOld: Month[]
}

type Terms = {
  today: Day
  /** the payer wants what is left over to be a voluntary payment */
  isRestVoluntary: boolean
  /** @see RateTable.toCentreFromFen */
  toCentreFromFen: number
}

export const openOf = ({ dueFen, paidFen }: { dueFen: number; paidFen: number }): number =>
  Math.max(0, dueFen - paidFen)

/** The oldest month that may still be paid on a day. */
export const oldestPayable = (today: Day): Month => addMonths(monthOf(today), -BACK_PAYMENT_MONTHS)

const byMonth = (a: OpenBill, b: OpenBill) =>
  a.month === b.month ? (a.id < b.id ? -1 : 1) : a.month < b.month ? -1 : 1

/** @param bills all bills of one member, in any order; those of coming months are paid ahead only because they are there */
export function allocate(paymentFen: number, bills: readonly OpenBill[], terms: Terms): Allocation {
  for (const fen of [paymentFen, ...bills.flatMap(({ dueFen, paidFen }) => [dueFen, paidFen])]) assertFen(fen)
  const open = bills.filter((bill) => openOf(bill) > 0).sort(byMonth)
  const oldest = oldestPayable(terms.today)
  const parts: Allocation['parts'] = []
  let left = paymentFen
  for (const bill of open) {
    if (bill.month < oldest || left === 0) continue
    const fen = Math.min(left, openOf(bill))
    parts.push({ billId: bill.id, month: bill.month, fen })
    left -= fen
  }
  const voluntaryFen = terms.isRestVoluntary ? left : 0
  return {
    parts,
    voluntaryFen,
    isForCentre: voluntaryFen > 0 && voluntaryFen >= terms.toCentreFromFen,
    returnedFen: left - voluntaryFen,
    tooOld: open.filter(({ month }) => month < oldest).map(({ month }) => month),
  }
}
