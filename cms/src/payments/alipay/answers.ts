/** What Alipay says, as far as anything depends on it. Its answers name no merchant: they are signed for the app that asked. */
import { z } from 'zod'
import { misfitOf, type Ordered, orderNoSchema, type Payment, refundNoSchema } from '../../domain/payments/order'
import { done, failed, type Outcome } from '../../domain/payments/problems'
import { instantOf } from '../beijing-time'
import type { OrderState, RefundState } from '../provider'
import { fenOf } from './yuan'

const or = <T>(read: (text: string) => T | null, what: string) =>
  z.string().transform((text, context) => {
    const value = read(text)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: `not ${what}` })
    return z.NEVER
  })

export const yuan = or(fenOf, 'an amount')
export const instant = or(instantOf, 'an instant')
export const tradeNo = z.string().regex(/^\d{16,64}$/)
export const tradeStatus = z.enum(['WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED'])
/** named only where it is another one; Alipay's contracts here are in yuan */
export const currency = z.string().optional()

const querySchema = z.object({
  out_trade_no: orderNoSchema,
  trade_no: tradeNo,
  trade_status: tradeStatus,
  total_amount: yuan,
  send_pay_date: instant.optional(),
  trans_currency: currency,
  pay_currency: currency,
})

const isForeign = (...currencies: (string | undefined)[]) => currencies.some((one) => one && one !== 'CNY')

export function stateOf(body: unknown, ordered: Ordered): Outcome<OrderState> {
  const answer = querySchema.safeParse(body)
  if (!answer.success) return failed('MALFORMED')
  const { out_trade_no, trade_no, trade_status, total_amount, send_pay_date, ...currencies } = answer.data
  const misfit = misfitOf({ orderNo: out_trade_no, fen: total_amount }, ordered)
  if (misfit) return failed('MISMATCH', misfit)
  if (isForeign(currencies.trans_currency, currencies.pay_currency)) return failed('MISMATCH', 'OTHER_CURRENCY')
  if (trade_status === 'WAIT_BUYER_PAY') return done({ state: 'unpaid' })
  const isClosed = trade_status === 'TRADE_CLOSED'
  // closed is also what was paid and then refunded in full: only the time of payment tells them apart
  if (!send_pay_date) return isClosed ? done({ state: 'closed' }) : failed('MALFORMED')
  const payment: Payment = {
    provider: 'alipay',
    orderNo: out_trade_no,
    transactionId: trade_no,
    fen: total_amount,
    paidAt: send_pay_date,
  }
  return done({ state: 'paid', payment, hasRefunds: isClosed })
}

const refundedSchema = z.object({ out_trade_no: orderNoSchema, fund_change: z.enum(['Y', 'N']), refund_fee: yuan })

/**
 * `Y`: this call moved the money. `N`: it did not, be it that an earlier one of the same number did or that none did; the caller asks.
 * `refund_fee` is the sum of all refunds of the order.
 */
export function isRefundMade(body: unknown, ordered: Ordered, fen: number): Outcome<boolean> {
  const answer = refundedSchema.safeParse(body)
  if (!answer.success) return failed('MALFORMED')
  const { out_trade_no, fund_change, refund_fee } = answer.data
  if (out_trade_no !== ordered.orderNo) return failed('MISMATCH', 'OTHER_ORDER')
  const isPossible = refund_fee >= fen && refund_fee <= ordered.fen
  return fund_change === 'Y' && !isPossible ? failed('MISMATCH', 'OTHER_AMOUNT') : done(fund_change === 'Y')
}

const refundSchema = z.object({
  out_trade_no: orderNoSchema,
  out_request_no: refundNoSchema,
  total_amount: yuan,
  refund_amount: yuan,
  refund_status: z.string().max(32),
  gmt_refund_pay: instant.optional(),
})

/**
 * A refund that Alipay does not know, or that came to nothing, is answered with success and without a status; so is one that is
 * a few seconds old. Asking again with the same number is right in all three cases.
 */
export function refundStateOf(body: unknown, ordered: Ordered, refundNo: string, fen?: number): Outcome<RefundState> {
  if (!z.looseObject({ refund_status: z.string() }).safeParse(body).success) return done({ state: 'unknown' })
  const answer = refundSchema.safeParse(body)
  if (!answer.success) return failed('MALFORMED')
  const { out_trade_no, out_request_no, total_amount, refund_amount, refund_status, gmt_refund_pay } = answer.data
  const isOther = out_trade_no !== ordered.orderNo || out_request_no !== refundNo || total_amount !== ordered.fen
  if (isOther || (fen !== undefined && refund_amount !== fen)) return failed('MISMATCH')
  if (refund_status !== 'REFUND_SUCCESS') return done({ state: 'unknown' })
  return done({ state: 'done', fen: refund_amount, doneAt: gmt_refund_pay ?? null })
}
