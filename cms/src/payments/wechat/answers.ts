/** What WeChat Pay says, as far as anything depends on it. */
import { z } from 'zod'
import { fenSchema, type Ordered, orderNoSchema, refundNoSchema } from '../../domain/payments/order'
import { done, failed, type Outcome } from '../../domain/payments/problems'
import type { NoticeRefusal, OrderState, RefundState } from '../provider'
import type { WechatSettings } from '../settings/wechat'

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const common = { appid: z.string(), mchid: z.string(), out_trade_no: orderNoSchema }
const amount = z.object({ total: fenSchema, currency: z.string() })

const paidSchema = z.object({
  ...common,
  trade_state: z.enum(['SUCCESS', 'REFUND']),
  transaction_id: z.string().regex(/^[0-9A-Za-z]{1,32}$/),
  success_time: instant,
  amount,
})
const unpaidSchema = z.object({
  ...common,
  trade_state: z.enum(['NOTPAY', 'USERPAYING', 'ACCEPT', 'PAYERROR', 'CLOSED', 'REVOKED']),
})
/** the fields of an order as a query and a notice carry them */
export const transactionSchema = z.discriminatedUnion('trade_state', [paidSchema, unpaidSchema])
export type Transaction = z.infer<typeof transactionSchema>

export function strangerIn(transaction: Transaction, { appId, merchantId }: WechatSettings): NoticeRefusal | null {
  if (transaction.mchid !== merchantId) return 'OTHER_MERCHANT'
  if (transaction.appid !== appId) return 'OTHER_APP'
  return 'amount' in transaction && transaction.amount.currency !== 'CNY' ? 'OTHER_CURRENCY' : null
}

export function stateOf(transaction: Transaction): OrderState {
  if (transaction.trade_state === 'CLOSED' || transaction.trade_state === 'REVOKED') return { state: 'closed' }
  if (!('transaction_id' in transaction)) return { state: 'unpaid' }
  const { out_trade_no: orderNo, transaction_id: transactionId, success_time: paidAt } = transaction
  const payment = { provider: 'wechat', orderNo, transactionId, fen: transaction.amount.total, paidAt } as const
  return { state: 'paid', payment, hasRefunds: transaction.trade_state === 'REFUND' }
}

const refundSchema = z.object({
  out_trade_no: orderNoSchema,
  out_refund_no: refundNoSchema,
  status: z.enum(['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL']),
  success_time: instant.optional(),
  amount: z.object({ total: fenSchema, refund: fenSchema, currency: z.string() }),
})

/** CLOSED came to nothing; ABNORMAL is stuck until the merchant names another account: a person has to look at both. */
const refundStates = {
  SUCCESS: 'done',
  PROCESSING: 'processing',
  CLOSED: 'failed',
  ABNORMAL: 'failed',
} as const

/** @param fen where we know how much was asked for */
export function refundStateOf(body: unknown, ordered: Ordered, refundNo: string, fen?: number): Outcome<RefundState> {
  const answer = refundSchema.safeParse(body)
  if (!answer.success) return failed('MALFORMED')
  const { out_trade_no, out_refund_no, status, success_time, amount } = answer.data
  const fits =
    out_trade_no === ordered.orderNo &&
    out_refund_no === refundNo &&
    amount.total === ordered.fen &&
    amount.currency === 'CNY' &&
    (fen === undefined || amount.refund === fen)
  if (!fits) return failed('MISMATCH')
  const state = refundStates[status]
  return done(
    state === 'done' ? { state, fen: amount.refund, doneAt: success_time ?? null } : { state, fen: amount.refund },
  )
}

/** The pages of WeChat Pay itself; a phone is sent nowhere else. */
export const h5Schema = z.object({ h5_url: z.url({ protocol: /^https?$/ }) })
export const nativeSchema = z.object({ code_url: z.string().regex(/^weixin:\/\/\S{1,512}$/) })
export const jsapiSchema = z.object({ prepay_id: z.string().regex(/^[\w-]{1,128}$/) })
