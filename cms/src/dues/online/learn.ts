/** What became of an order: a notice says so, or we ask. Either may come twice, late, or at the same time as the other. */
import type { Core } from '@strapi/types'
import { isOnline, type PaymentState } from '../../domain/dues/payment'
import { misfitOf, type Payment as Paid } from '../../domain/payments/order'
import { paymentsOf } from '../../payments/payments'
import type { Notice, Taken } from '../../payments/provider'
import { endWaiting, findPayment, openOrders, type Payment } from '../../stores/dues/payments'
import { insertRequest } from '../../stores/dues/requests'
import { ofAccount } from '../own-account'
import { settleTaken } from '../settle'
import { orderOf, paymentIdOf } from './orders'
import { learnOfRefund } from './refunds'

const SYSTEM = 'system'
const ASK_AFTER_MS = 60_000
const AT_ONCE = 50

/** @returns whether the payment is what was ordered */
async function take(strapi: Core.Strapi, payment: Payment, paid: Paid, now: Date): Promise<boolean> {
  const misfit = misfitOf(paid, orderOf(payment))
  if (misfit ?? paid.provider !== payment.method) {
    strapi.log.error(
      `payment ${paid.transactionId} of ${paid.provider} does not fit order ${paid.orderNo}: ${misfit ?? 'OTHER_PROVIDER'}`,
    )
    return false
  }
  await ofAccount(strapi, payment.memberId, async () => {
    const allocation = await settleTaken(strapi, payment, paid.transactionId, now)
    if (!allocation || allocation.returnedFen === 0) return
    // nothing was open for it any more: it goes back as soon as somebody of the branch agrees
    const request = { kind: 'refund', memberId: payment.memberId, about: payment.id, askedBy: SYSTEM } as const
    await insertRequest(
      strapi,
      { ...request, fen: allocation.returnedFen, reason: '重复或多余的网上付款，应当退回' },
      now,
    )
  })
  return true
}

export async function takeNotice(strapi: Core.Strapi, notice: Notice, now: Date): Promise<Taken> {
  if (notice.kind === 'refund') {
    if (notice.refundNo !== null) await learnOfRefund(strapi, paymentIdOf(notice.refundNo), now)
    return 'taken'
  }
  if (notice.kind !== 'paid') return 'taken'
  const payment = await findPayment(strapi, { id: paymentIdOf(notice.payment.orderNo) })
  if (!payment || !isOnline(payment.method)) return 'refused'
  return (await take(strapi, payment, notice.payment, now)) ? 'taken' : 'refused'
}

/** @param isGivenUp the payer wants it no more: without money it is over, even before its time */
export async function learn(
  strapi: Core.Strapi,
  payment: Payment,
  now: Date,
  { isGivenUp = false } = {},
): Promise<PaymentState> {
  const provider = isOnline(payment.method) ? paymentsOf(strapi).providers[payment.method] : undefined
  if (!provider || payment.state !== 'waiting') return payment.state
  const order = orderOf(payment)
  const outcome = await provider.query(order)
  if (!outcome.ok) return 'waiting'
  if (outcome.value.state === 'paid')
    return (await take(strapi, payment, outcome.value.payment, now)) ? 'settled' : 'waiting'
  const isOver = order.expiresAt <= now || (isGivenUp && outcome.value.state !== 'unpaid')
  if (outcome.value.state !== 'closed' && !isOver) return 'waiting'
  await endWaiting(strapi, payment.id, 'withdrawn', SYSTEM, now)
  return 'withdrawn'
}

/** Of all that waits, for when no notice came. */
export async function learnOfOrders(strapi: Core.Strapi, now: Date): Promise<void> {
  for (const payment of await openOrders(strapi, new Date(now.getTime() - ASK_AFTER_MS), AT_ONCE))
    await learn(strapi, payment, now)
}
