/**
 * The port to whoever takes money online. An adapter believes nothing: answers and notices are verified, parsed, and compared
 * with our merchant number, app, order, currency and amount. It keeps nothing, books nothing, and never throws what is expected
 * to happen. Money is an integer of fen throughout.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Order, Ordered, Payment, ProviderName } from '../domain/payments/order'
import type { Outcome } from '../domain/payments/problems'

/** Where the payer sits. `returnUrl`: our page that is shown afterwards; it proves nothing, only `query` and notices do. */
export type Device =
  | { kind: 'phone'; ip: string; returnUrl: string }
  | { kind: 'computer'; returnUrl: string }
  | { kind: 'wechat'; openId: string }

export type Started =
  | { kind: 'redirect'; url: string }
  /** to be drawn as a code that the payer's app scans */
  | { kind: 'qr'; text: string }
  /** for `WeixinJSBridge.invoke('getBrandWCPayRequest', parameters)` */
  | { kind: 'jsapi'; parameters: Record<string, string> }

/** `unknown`: the provider has never heard of it. At Alipay that is so until the payer has logged in, and it may still be paid. */
export type OrderState =
  | { state: 'unknown' | 'unpaid' | 'closed' }
  | { state: 'paid'; payment: Payment; hasRefunds: boolean }

/** `not-open`: paid or closed before, `query` says which. `unknown`: nothing to close; it can be paid until it expires. */
export type Closing = 'closed' | 'not-open' | 'unknown'

export type RefundState =
  | { state: 'unknown' }
  | { state: 'processing' | 'failed'; fen: number }
  | { state: 'done'; fen: number; doneAt: Date | null }

/** A notice of a refund only says that there is news: what is true, `queryRefund` answers. */
export type Notice = { noticeId: string } & (
  | { kind: 'paid'; payment: Payment }
  | { kind: 'refund'; orderNo: string; refundNo: string | null }
  | { kind: 'closed'; orderNo: string }
  | { kind: 'other' }
)

export type NoticeRefusal =
  | 'UNSIGNED'
  | 'STALE'
  | 'UNKNOWN_KEY'
  | 'BAD_SIGNATURE'
  | 'MALFORMED'
  | 'UNDECIPHERABLE'
  | 'OTHER_APP'
  | 'OTHER_MERCHANT'
  | 'OTHER_CURRENCY'

export type ReadNotice = { ok: true; notice: Notice } | { ok: false; refusal: NoticeRefusal }

/** What the provider wants to hear: after anything but `taken` it sends the notice again. */
export type Taken = 'taken' | 'refused' | 'later'
export type Reply = { status: number; type: string; body: string }

export type PaymentProvider = {
  name: ProviderName
  /** devices for which the merchant has a contract */
  devices: readonly Device['kind'][]
  /** The same order may be started again, also on another device: it is paid once. */
  start(order: Order, device: Device): Promise<Outcome<Started>>
  query(ordered: Ordered): Promise<Outcome<OrderState>>
  close(orderNo: string): Promise<Outcome<Closing>>
  /** The same `refundNo` with the same amount is one refund, however often it is asked for. */
  refund(ordered: Ordered, refundNo: string, fen: number, reason: string): Promise<Outcome<RefundState>>
  queryRefund(ordered: Ordered, refundNo: string): Promise<Outcome<RefundState>>
  /** Of a notice's payment the caller still asks `misfitOf`: only it knows the order. */
  readCallback(headers: IncomingHttpHeaders, rawBody: Buffer): ReadNotice
  replyTo(taken: Taken): Reply
}
