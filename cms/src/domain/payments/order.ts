/** What is to be paid online, as a provider is told of it, and what it says was paid. */
import { z } from 'zod'

export const providerNames = ['wechat', 'alipay'] as const
export type ProviderName = (typeof providerNames)[number]

/** A million yuan: a figure beyond is a mistake of ours, and no provider would take it. */
export const MAX_ORDER_FEN = 100_000_000

/** WeChat Pay takes 6 to 32 of these characters, Alipay more. A number is given out once, for ever. */
export const orderNoSchema = z.string().regex(/^[0-9A-Za-z_-]{6,32}$/)
/** Of refunds, at both. */
export const refundNoSchema = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/)
export const fenSchema = z.int().min(1).max(MAX_ORDER_FEN)

export const orderSchema = z.object({
  orderNo: orderNoSchema,
  fen: fenSchema,
  /** what the payer reads; Alipay refuses `/`, `=` and `&` in it, WeChat Pay more than 127 bytes */
  subject: z.string().regex(/^[^/=&\p{Cc}\p{Cs}]{1,40}$/u),
  /** until then it can be paid */
  expiresAt: z.date(),
})
export type Order = z.infer<typeof orderSchema>

/** What a provider must be asked about: a payment of another amount is not this order's. */
export type Ordered = Pick<Order, 'orderNo' | 'fen'>

/**
 * Money that arrived. `provider` and `transactionId` together name it for good: a notice that comes twice, late or replayed, and an
 * answer to our own question, are one payment when these are the same.
 */
export type Payment = { provider: ProviderName; orderNo: string; transactionId: string; fen: number; paidAt: Date }

export type Misfit = 'OTHER_ORDER' | 'OTHER_AMOUNT'

/** Whether a payment is what was ordered; to be asked of every payment before it is booked. */
export function misfitOf(payment: Pick<Payment, 'orderNo' | 'fen'>, ordered: Ordered): Misfit | null {
  if (payment.orderNo !== ordered.orderNo) return 'OTHER_ORDER'
  return payment.fen === ordered.fen ? null : 'OTHER_AMOUNT'
}
