/** Money goes back the way it came: asked for once, asked about until it is known, booked when the provider has done it. */
import type { Core } from '@strapi/types'
import { isOnline } from '../../domain/dues/payment'
import { isNothingDone, paymentProblems } from '../../domain/payments/problems'
import { paymentsOf } from '../../payments/payments'
import type { RefundState } from '../../payments/provider'
import { findPayment } from '../../stores/dues/payments'
import { type DuesRequest, endSending, findRequest, sendingRequests } from '../../stores/dues/requests'
import { ofAccount } from '../own-account'
import { bookRequest } from '../requests'
import { orderNoOf, orderOf } from './orders'

const PROVIDER = '支付平台'
const AT_ONCE = 50

async function wayBack(strapi: Core.Strapi, { about }: DuesRequest) {
  const payment = await findPayment(strapi, { id: about })
  const provider = payment && isOnline(payment.method) ? paymentsOf(strapi).providers[payment.method] : undefined
  return payment && provider ? { provider, order: orderOf(payment) } : null
}

async function conclude(strapi: Core.Strapi, request: DuesRequest, state: RefundState, now: Date) {
  if (state.state === 'failed')
    await endSending(strapi, request.id, 'failed', '支付平台没有退成，请核对收款账户的余额后重新申请。')
  if (state.state !== 'done') return
  if (state.fen !== request.fen) {
    strapi.log.error(`refund ${request.id} was done with ${state.fen} fen instead of ${request.fen}`)
    return
  }
  await ofAccount(strapi, request.memberId, async () => {
    const present = await findRequest(strapi, request.id)
    if (present?.state !== 'sending') return
    // before it is approved: it must not find itself among what went back
    await bookRequest(strapi, present, PROVIDER, now)
    await endSending(strapi, request.id, 'approved', request.note)
  })
}

/** Call after the commit that approved it; it may be called again at any time, for the number is the same. */
export async function sendRefund(strapi: Core.Strapi, requestId: string, now: Date) {
  const request = await findRequest(strapi, requestId)
  const way = request?.state === 'sending' ? await wayBack(strapi, request) : null
  if (!request || !way) return
  const outcome = await way.provider.refund(way.order, orderNoOf(request.id), request.fen, request.reason)
  if (outcome.ok) return conclude(strapi, request, outcome.value, now)
  strapi.log.warn(`a refund was not taken: ${outcome.problem.code} ${outcome.problem.providerCode ?? ''}`)
  if (isNothingDone(outcome.problem) && outcome.problem.code !== 'TOO_OFTEN')
    await endSending(strapi, request.id, 'failed', paymentProblems[outcome.problem.code].sentence)
}

export async function learnOfRefund(strapi: Core.Strapi, requestId: string, now: Date) {
  const request = await findRequest(strapi, requestId)
  const way = request?.state === 'sending' ? await wayBack(strapi, request) : null
  if (!request || !way) return
  const outcome = await way.provider.queryRefund(way.order, orderNoOf(request.id))
  if (!outcome.ok) return
  // it never arrived
  if (outcome.value.state === 'unknown') await sendRefund(strapi, request.id, now)
  else await conclude(strapi, request, outcome.value, now)
}

export async function learnOfRefunds(strapi: Core.Strapi, now: Date) {
  for (const { id } of await sendingRequests(strapi, AT_ONCE)) await learnOfRefund(strapi, id, now)
}
