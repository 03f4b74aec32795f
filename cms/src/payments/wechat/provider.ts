import { fenSchema, misfitOf, type Ordered, orderNoSchema, refundNoSchema } from '../../domain/payments/order'
import { done, failed, type Outcome } from '../../domain/payments/problems'
import type { Closing, Device, OrderState, PaymentProvider, RefundState, Reply, Taken } from '../provider'
import type { WechatSettings } from '../settings/wechat'
import { refundStateOf, stateOf, strangerIn, transactionSchema } from './answers'
import { readWechatNotice } from './callback'
import { createWechatClient, type WechatClient } from './client'
import { startWechat, wayOf } from './start'

const NEVER_HEARD_OF = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS'])
const REASON_CHARACTERS = 26

/** At most 80 bytes; a Chinese character is three. */
const shortened = (reason: string) => [...reason].slice(0, REASON_CHARACTERS).join('')

const isUnknown = (answer: Outcome<unknown>) => !answer.ok && NEVER_HEARD_OF.has(answer.problem.providerCode ?? '')

async function query(settings: WechatSettings, call: WechatClient, ordered: Ordered): Promise<Outcome<OrderState>> {
  if (!orderNoSchema.safeParse(ordered.orderNo).success) return failed('ORDER_INVALID')
  const path = `v3/pay/transactions/out-trade-no/${ordered.orderNo}`
  const answer = await call({ method: 'GET', path, params: { mchid: settings.merchantId } })
  if (isUnknown(answer)) return done({ state: 'unknown' })
  if (!answer.ok) return answer
  const transaction = transactionSchema.safeParse(answer.value)
  if (!transaction.success) return failed('MALFORMED')
  const state = stateOf(transaction.data)
  const stranger = strangerIn(transaction.data, settings)
  const misfit = state.state === 'paid' ? misfitOf(state.payment, ordered) : null
  const isOther = transaction.data.out_trade_no !== ordered.orderNo
  return stranger || misfit || isOther ? failed('MISMATCH', stranger ?? misfit ?? 'OTHER_ORDER') : done(state)
}

async function close(settings: WechatSettings, call: WechatClient, orderNo: string): Promise<Outcome<Closing>> {
  if (!orderNoSchema.safeParse(orderNo).success) return failed('ORDER_INVALID')
  const path = `v3/pay/transactions/out-trade-no/${orderNo}/close`
  const answer = await call({ method: 'POST', path, data: { mchid: settings.merchantId } })
  if (answer.ok) return done('closed')
  if (isUnknown(answer)) return done('unknown')
  const { code } = answer.problem
  return code === 'PAID_ALREADY' || code === 'CLOSED_ALREADY' ? done('not-open') : answer
}

async function refund(
  settings: WechatSettings,
  call: WechatClient,
  ordered: Ordered,
  refundNo: string,
  fen: number,
  reason: string,
): Promise<Outcome<RefundState>> {
  const isSane = orderNoSchema.safeParse(ordered.orderNo).success && refundNoSchema.safeParse(refundNo).success
  if (!isSane || !fenSchema.safeParse(fen).success || fen > ordered.fen) return failed('ORDER_INVALID')
  const answer = await call({
    method: 'POST',
    path: 'v3/refund/domestic/refunds',
    data: {
      out_trade_no: ordered.orderNo,
      out_refund_no: refundNo,
      reason: shortened(reason) || undefined,
      notify_url: settings.notifyUrl,
      amount: { refund: fen, total: ordered.fen, currency: 'CNY' },
    },
  })
  return answer.ok ? refundStateOf(answer.value, ordered, refundNo, fen) : answer
}

async function queryRefund(call: WechatClient, ordered: Ordered, refundNo: string): Promise<Outcome<RefundState>> {
  if (!refundNoSchema.safeParse(refundNo).success) return failed('ORDER_INVALID')
  const answer = await call({ method: 'GET', path: `v3/refund/domestic/refunds/${refundNo}` })
  if (isUnknown(answer)) return done({ state: 'unknown' })
  return answer.ok ? refundStateOf(answer.value, ordered, refundNo) : answer
}

const replies: Record<Taken, [status: number, code: string]> = {
  taken: [200, 'SUCCESS'],
  refused: [400, 'FAIL'],
  later: [503, 'FAIL'],
}

function replyTo(taken: Taken): Reply {
  const [status, code] = replies[taken]
  return { status, type: 'application/json', body: JSON.stringify({ code, message: taken }) }
}

/** @param timeout milliseconds that one call may take */
export function createWechatProvider(
  settings: WechatSettings,
  now = () => new Date(),
  timeout?: number,
): PaymentProvider {
  const call = createWechatClient(settings, timeout)
  const devices = (Object.keys(wayOf) as Device['kind'][]).filter((kind) => settings.ways.includes(wayOf[kind]))
  return {
    name: 'wechat',
    devices,
    start: (order, device) => startWechat(settings, call, order, device),
    query: (ordered) => query(settings, call, ordered),
    close: (orderNo) => close(settings, call, orderNo),
    refund: (ordered, refundNo, fen, reason) => refund(settings, call, ordered, refundNo, fen, reason),
    queryRefund: (ordered, refundNo) => queryRefund(call, ordered, refundNo),
    readCallback: (headers, rawBody) => readWechatNotice(settings, headers, rawBody, now()),
    replyTo,
  }
}
