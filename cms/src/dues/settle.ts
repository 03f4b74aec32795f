/** A payment enters the books: whoever asks, whatever came meanwhile, exactly once. */
import type { Core } from '@strapi/types'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import { type Allocation, allocate } from '../domain/dues/allocate'
import { monthOf } from '../domain/dues/months'
import { placeOf } from '../domain/dues/payment'
import { tableOf } from '../domain/dues/rate-table'
import { bookPayment } from '../domain/ledger/book'
import { beijingDate } from '../domain/time/beijing'
import { billsOfMember } from '../stores/dues/bills'
import { book } from '../stores/dues/ledger'
import { endWaiting, type Payment } from '../stores/dues/payments'
import { readDuesSettings } from '../stores/dues/settings'

type Meant = Pick<Payment, 'memberId' | 'fen' | 'paidOn' | 'isRestVoluntary'>

/** What a payment would pay as the account stands now. Months count from the day on which the money was given. */
export async function allocateTo(strapi: Core.Strapi, { memberId, fen, paidOn, isRestVoluntary }: Meant) {
  const { tables } = await readDuesSettings(strapi)
  const bills = await billsOfMember(strapi, memberId)
  const toCentreFromFen = tableOf(tables, monthOf(paidOn))?.toCentreFromFen ?? Number.MAX_SAFE_INTEGER
  return { bills, allocation: allocate(fen, bills, { today: paidOn, isRestVoluntary, toCentreFromFen }) }
}

/** Money that is still in somebody's hand is not taken when nothing is open for it. */
export function refuseSurplus({ returnedFen, parts, tooOld }: Allocation) {
  if (returnedFen === 0) return
  if (parts.length > 0) refuse('DUES_TOO_MUCH', { fields: ['amount'], returnedFen })
  refuse(tooOld.length > 0 ? 'DUES_TOO_OLD' : 'DUES_NOTHING_OPEN', { fields: ['amount'], tooOld })
}

/**
 * Call within `ofAccount`.
 * @param by of the member who gives the second word, or of the system
 * @returns false where it had been settled or withdrawn before
 */
export async function settle(
  strapi: Core.Strapi,
  payment: Payment,
  by: { id: string; name: string },
  now: Date,
): Promise<boolean> {
  if (!(await endWaiting(strapi, payment.id, 'settled', by.id, now))) return false
  const { bills, allocation } = await allocateTo(strapi, payment)
  const isOnline = payment.method === 'wechat' || payment.method === 'alipay'
  if (!isOnline) refuseSurplus(allocation)
  const postings = bookPayment(
    payment,
    placeOf[payment.method],
    payment.fen,
    allocation,
    new Map(bills.map((bill) => [bill.id, bill])),
  )
  const [added] = await book(
    strapi,
    [{ cause: 'payment', causeId: payment.id, by: by.name, on: beijingDate(now), postings }],
    now,
  )
  if (!added) throw new Error(`payment ${payment.id} stood in the books before it was settled`)
  const subject = { uid: 'dues_payment', id: payment.id, title: null }
  await noteAct(strapi, { act: 'dues.settle', subject, after: { fen: payment.fen, method: payment.method } }, now)
  return true
}
