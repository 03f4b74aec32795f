/** What each cause writes into the ledger. */
import type { Allocation } from '../dues/allocate'
import type { Place, Posting } from './entry'

type Whose = { memberId: string; organisationId: string }
type Bill = Whose & { id: string }

/** Lines of nothing say nothing. */
const written = (postings: Posting[]): Posting[] => postings.filter(({ fen }) => fen !== 0)

/** A bill, or the difference that a correction makes: what the member owes is the branch's income. */
export const bookDue = ({ id, memberId, organisationId }: Bill, fen: number): Posting[] =>
  written([
    { account: 'owed', organisationId, memberId, billId: id, fen },
    { account: 'dues', organisationId, memberId, billId: id, fen: -fen },
  ])

/**
 * Each bill is settled at the branch that it belongs to; the money lies where it was paid.
 * @param bills of the parts of the allocation
 */
export function bookPayment(
  whose: Whose,
  place: Place,
  fen: number,
  allocation: Allocation,
  bills: ReadonlyMap<string, Bill>,
): Posting[] {
  const { memberId, organisationId } = whose
  const extra = { organisationId, memberId, billId: null }
  return written([
    { account: place, ...extra, fen },
    ...allocation.parts.map((part) => {
      const bill = bills.get(part.billId)
      if (!bill) throw new RangeError(`no bill ${part.billId}`)
      return {
        account: 'owed' as const,
        organisationId: bill.organisationId,
        memberId,
        billId: bill.id,
        fen: -part.fen,
      }
    }),
    { account: allocation.isForCentre ? 'centre' : 'voluntary', ...extra, fen: -allocation.voluntaryFen },
    // money that came, though nothing was open: it waits to be given back
    { account: 'surplus', ...extra, fen: -allocation.returnedFen },
  ])
}

/** Part of a payment goes back: what nothing was open for, then what was given beyond the dues, then the newest month, open again. */
export function bookRefund(paid: readonly Posting[], fen: number): Posting[] {
  const [money] = paid.filter(({ fen: amount }) => amount > 0)
  if (!money || fen <= 0 || fen > money.fen) throw new RangeError(`${fen} cannot go back of ${money?.fen ?? 0}`)
  let left = fen
  const back = paid
    .filter(({ fen: amount }) => amount < 0)
    .toReversed()
    .map((posting) => {
      const part = Math.min(left, -posting.fen)
      left -= part
      return { ...posting, fen: part }
    })
  return written([{ ...money, fen: -fen }, ...back])
}

const lineOf = ({ account, organisationId, billId }: Posting) => [account, organisationId, billId].join('|')

/** What stands after a payment and what went back of it: one line for each account and bill, in the order of the payment. */
export function netOf(postings: readonly Posting[]): Posting[] {
  const net = new Map<string, Posting>()
  for (const posting of postings) {
    const before = net.get(lineOf(posting))
    net.set(lineOf(posting), { ...posting, fen: (before?.fen ?? 0) + posting.fen })
  }
  return written([...net.values()])
}
