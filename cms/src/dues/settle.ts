/** A payment enters the books: whoever asks, whatever came meanwhile, exactly once. */
import type { Core } from '@strapi/types'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import { type Allocation, allocate } from '../domain/dues/allocate'
import { monthOf } from '../domain/dues/months'
import { isOnline, placeOf } from '../domain/dues/payment'
import { tableOf } from '../domain/dues/rate-table'
import { bookPayment } from '../domain/ledger/book'
import { beijingDate } from '../domain/time/beijing'
import { billsOfMember } from '../stores/dues/bills'
import { book } from '../stores/dues/ledger'
import { endWaiting, noteMoney, type Payment } from '../stores/dues/payments'
import { readDuesSettings } from '../stores/dues/settings'

const PROVIDER = '支付平台'

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

async function enter(strapi: Core.Strapi, payment: Payment, by: string, now: Date) {
  const { bills, allocation } = await allocateTo(strapi, payment)
  // money that a provider has taken is there, whether something is open or not
  if (!isOnline(payment.method)) refuseSurplus(allocation)
  const postings = bookPayment(
    payment,
    placeOf[payment.method],
    payment.fen,
    allocation,
    new Map(bills.map((bill) => [bill.id, bill])),
  )
  const [added] = await book(
    strapi,
    [{ cause: 'payment', causeId: payment.id, by, on: beijingDate(now), postings }],
    now,
  )
  if (!added) throw new Error(`payment ${payment.id} stood in the books before it was settled`)
  const subject = { uid: 'dues_payment', id: payment.id, title: null }
  await noteAct(strapi, { act: 'dues.settle', subject, after: { fen: payment.fen, method: payment.method } }, now)
  return allocation
}

type By = { id: string; name: string }

/**
 * Call within `ofAccount`.
 * @param by the member who gives the second word
 * @returns false where it had been settled or withdrawn before
 */
export async function settle(strapi: Core.Strapi, payment: Payment, by: By, now: Date): Promise<boolean> {
  if (!(await endWaiting(strapi, payment.id, 'settled', by.id, now))) return false
  await enter(strapi, payment, by.name, now)
  return true
}

/** Money that a provider has taken. Call within `ofAccount`. @returns null where it stands in the books already */
export async function settleTaken(strapi: Core.Strapi, payment: Payment, transactionId: string, now: Date) {
  if (!(await noteMoney(strapi, payment.id, transactionId, now))) return null
  return enter(strapi, payment, PROVIDER, now)
}
