/** A payment on its way into the books, and what two people have to agree on. */
import { z } from 'zod'
import type { Place } from '../ledger/entry'
import { parseTypedMoney } from './money'
import { daySchema } from './months'
import { arrangementSchema } from './paying'

/** 现金, 转账: a treasurer writes down what he received; online ones come from a provider */
export const offlineMethods = { cash: 'cash', transfer: 'bank' } as const satisfies Record<string, Place>
export const onlineMethods = { wechat: 'wechat', alipay: 'alipay' } as const satisfies Record<string, Place>
export const placeOf = { ...offlineMethods, ...onlineMethods }
export type Method = keyof typeof placeOf
export const isOnline = (method: Method): method is keyof typeof onlineMethods => method in onlineMethods

export const methodNames: Record<Method, string> = {
  cash: '现金',
  transfer: '转账',
  wechat: '微信支付',
  alipay: '支付宝',
}

/** waiting: for the member's word, or for the provider's; withdrawn: never came, or was written down by mistake */
export const paymentStates = ['waiting', 'settled', 'withdrawn'] as const
export type PaymentState = (typeof paymentStates)[number]

const MOST_SLIP = 100
const money = z.string().transform((text, context) => {
  const read = parseTypedMoney(text)
  if ('fen' in read && read.fen > 0) return read.fen
  context.addIssue({ code: 'custom', message: 'not an amount' })
  return z.NEVER
})
/** made by the page for each payment that somebody means: the same one, sent twice, is one payment */
export const keySchema = z.string().regex(/^[\w-]{16,64}$/)

export const recordSchema = z.strictObject({
  key: keySchema,
  memberId: z.string().max(40),
  amount: money,
  method: z.enum(Object.keys(offlineMethods) as [keyof typeof offlineMethods, ...(keyof typeof offlineMethods)[]]),
  paidOn: daySchema,
  arrangement: arrangementSchema,
  isRestVoluntary: z.boolean(),
  /** number of the bank's slip or of the paper that the member has signed: without one the member confirms it himself */
  slip: z.string().trim().min(1).max(MOST_SLIP).nullable(),
})
export type RecordedPayment = z.infer<typeof recordSchema>

export const onlineSchema = z.strictObject({
  key: keySchema,
  provider: z.enum(Object.keys(onlineMethods) as [keyof typeof onlineMethods, ...(keyof typeof onlineMethods)[]]),
  amount: money,
  isRestVoluntary: z.boolean(),
  device: z.enum(['phone', 'computer']),
})
export type OnlinePayment = z.infer<typeof onlineSchema>

export const requestKinds = { correction: '更正账单', refund: '退款' } as const
export type RequestKind = keyof typeof requestKinds
/** sending: approved, and on its way through a provider; failed: the provider has not done it */
export const requestStates = ['waiting', 'sending', 'approved', 'refused', 'failed'] as const
export type RequestState = (typeof requestStates)[number]

const reason = z.string().trim().min(5).max(200)
/** `amount` may be nothing: a bill that should not have been made */
const dueMoney = z.string().transform((text, context) => {
  const read = parseTypedMoney(text)
  if ('fen' in read) return read.fen
  context.addIssue({ code: 'custom', message: 'not an amount' })
  return z.NEVER
})
export const correctionSchema = z.strictObject({ billId: z.string().max(60), amount: dueMoney, reason })
export const refundSchema = z.strictObject({ paymentId: z.string().max(40), amount: money, reason })
export const decideSchema = z.strictObject({ isApproved: z.boolean(), note: z.string().trim().max(200) })

export type PaymentRefusal =
  | 'DUES_TOO_MUCH'
  | 'DUES_NOTHING_OPEN'
  | 'DUES_TOO_OLD'
  | 'DUES_PAID_ON'
  | 'DUES_KEY_USED'
  | 'DUES_NOT_WAITING'
  | 'DUES_SAME_PERSON'
  | 'DUES_OWN_MONEY'
  | 'DUES_REFUND_TOO_MUCH'
  | 'DUES_NO_CHANGE'

/**
 * The second of two people: somebody else than the one who asked, and nobody decides about his own money.
 * @returns why not, or null
 */
export function checkSecondPerson(
  request: { askedBy: string; memberId: string },
  decider: string,
): PaymentRefusal | null {
  if (decider === request.askedBy) return 'DUES_SAME_PERSON'
  return decider === request.memberId ? 'DUES_OWN_MONEY' : null
}

/** Backdated for a year at most: the books of the years before are closed. */
export function checkPaidOn(paidOn: string, today: string): PaymentRefusal | null {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return paidOn > today || paidOn < yearAgo ? 'DUES_PAID_ON' : null
}
