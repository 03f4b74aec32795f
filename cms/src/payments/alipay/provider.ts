import { AlipaySdk } from 'alipay-sdk'
import { fenSchema, type Ordered, orderNoSchema, refundNoSchema } from '../../domain/payments/order'
import { done, failed, type Outcome } from '../../domain/payments/problems'
import type { Closing, OrderState, PaymentProvider, RefundState, Reply, Taken } from '../provider'
import type { AlipaySettings } from '../settings/alipay'
import { isRefundMade, refundStateOf, stateOf } from './answers'
import { readAlipayNotice } from './callback'
import { type AlipayGateway, createGateway } from './gateway'
import { alipayDevices, startAlipay } from './start'
import { yuanOf } from './yuan'

const NEVER_HEARD_OF = 'ACQ.TRADE_NOT_EXIST'
const NOT_OPEN = new Set(['ACQ.TRADE_STATUS_ERROR', 'ACQ.REASON_TRADE_STATUS_INVALID'])
const REASON_CHARACTERS = 80

function createSdk({ appId, appKey, alipayKey, gateway }: AlipaySettings): AlipaySdk {
  return new AlipaySdk({
    appId,
    privateKey: appKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    keyType: 'PKCS8',
    alipayPublicKey: alipayKey.export({ type: 'spki', format: 'pem' }) as string,
    gateway,
  })
}

const isUnknown = (answer: Outcome<unknown>) => !answer.ok && answer.problem.providerCode === NEVER_HEARD_OF

async function query(ask: AlipayGateway, ordered: Ordered): Promise<Outcome<OrderState>> {
  if (!orderNoSchema.safeParse(ordered.orderNo).success) return failed('ORDER_INVALID')
  const answer = await ask('alipay.trade.query', { outTradeNo: ordered.orderNo })
  if (isUnknown(answer)) return done({ state: 'unknown' })
  return answer.ok ? stateOf(answer.value, ordered) : answer
}

async function close(ask: AlipayGateway, orderNo: string): Promise<Outcome<Closing>> {
  if (!orderNoSchema.safeParse(orderNo).success) return failed('ORDER_INVALID')
  const answer = await ask('alipay.trade.close', { outTradeNo: orderNo })
  if (answer.ok) return done('closed')
  if (isUnknown(answer)) return done('unknown')
  return NOT_OPEN.has(answer.problem.providerCode ?? '') ? done('not-open') : answer
}

async function queryRefund(
  ask: AlipayGateway,
  ordered: Ordered,
  refundNo: string,
  fen?: number,
): Promise<Outcome<RefundState>> {
  const isSane = orderNoSchema.safeParse(ordered.orderNo).success && refundNoSchema.safeParse(refundNo).success
  if (!isSane) return failed('ORDER_INVALID')
  const answer = await ask('alipay.trade.fastpay.refund.query', {
    outTradeNo: ordered.orderNo,
    outRequestNo: refundNo,
    queryOptions: ['gmt_refund_pay'],
  })
  if (isUnknown(answer)) return done({ state: 'unknown' })
  return answer.ok ? refundStateOf(answer.value, ordered, refundNo, fen) : answer
}

async function refund(
  ask: AlipayGateway,
  ordered: Ordered,
  refundNo: string,
  fen: number,
  reason: string,
): Promise<Outcome<RefundState>> {
  const isSane = orderNoSchema.safeParse(ordered.orderNo).success && refundNoSchema.safeParse(refundNo).success
  if (!isSane || !fenSchema.safeParse(fen).success || fen > ordered.fen) return failed('ORDER_INVALID')
  const answer = await ask('alipay.trade.refund', {
    outTradeNo: ordered.orderNo,
    outRequestNo: refundNo,
    refundAmount: yuanOf(fen),
    refundReason: [...reason].slice(0, REASON_CHARACTERS).join('') || undefined,
  })
  if (!answer.ok) return answer
  const isMade = isRefundMade(answer.value, ordered, fen)
  if (!isMade.ok) return isMade
  return isMade.value ? done({ state: 'done', fen, doneAt: null }) : queryRefund(ask, ordered, refundNo, fen)
}

const replies: Record<Taken, Reply> = {
  taken: { status: 200, type: 'text/plain', body: 'success' },
  refused: { status: 400, type: 'text/plain', body: 'fail' },
  later: { status: 503, type: 'text/plain', body: 'fail' },
}

/** @param timeout milliseconds that one call may take */
export function createAlipayProvider(
  settings: AlipaySettings,
  now = () => new Date(),
  timeout?: number,
): PaymentProvider {
  const sdk = createSdk(settings)
  const ask = createGateway(sdk, settings.gateway, now, timeout)
  return {
    name: 'alipay',
    devices: alipayDevices,
    start: async (order, device) => startAlipay(sdk, settings, order, device, now()),
    query: (ordered) => query(ask, ordered),
    close: (orderNo) => close(ask, orderNo),
    refund: (ordered, refundNo, fen, reason) => refund(ask, ordered, refundNo, fen, reason),
    queryRefund: (ordered, refundNo) => queryRefund(ask, ordered, refundNo),
    readCallback: (_headers, rawBody) => readAlipayNotice(sdk, settings, rawBody),
    replyTo: (taken) => replies[taken],
  }
}
