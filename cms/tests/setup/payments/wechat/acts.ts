/** What WeChat Pay does when it is asked, once it knows by whom. */
import type { Asked } from '../faults.ts'
import {
  APP_ID,
  MERCHANT_ID,
  transactionOf,
  type WechatOrder,
  type WechatRefund,
  type WechatServer,
  wechatTime,
} from './state.ts'

export type Result = [status: number, body: Record<string, unknown> | null]
export const no = (status: number, code: string): Result => [status, { code, message: '错误' }]

const started = { native: 'code_url', h5: 'h5_url', jsapi: 'prepay_id' } as const
const startedWith = {
  native: 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz',
  h5: 'https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx2611215250487459928b659bd466620000&package=4186135493',
  jsapi: 'wx26112221580621e9b071c00d9e093b0000',
}

function start(server: WechatServer, way: keyof typeof started, asked: Record<string, unknown>): Result {
  const { appid, mchid, out_trade_no: orderNo, amount, notify_url, time_expire } = asked as Record<string, never>
  const { total, currency } = (amount ?? {}) as { total?: unknown; currency?: unknown }
  if (appid !== APP_ID || mchid !== MERCHANT_ID) return no(400, 'APPID_MCHID_NOT_MATCH')
  const isComplete = Number.isInteger(total) && currency === 'CNY' && String(notify_url).startsWith('http')
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(String(time_expire))
  const isPlaced =
    way === 'native' ||
    (way === 'h5' ? 'scene_info' in asked : typeof (asked.payer as { openid?: string })?.openid === 'string')
  if (!isComplete || !isTime || !isPlaced) return no(400, 'PARAM_ERROR')
  const known = server.orders.get(orderNo)
  if (known?.state === 'CLOSED') return no(400, 'ORDER_CLOSED')
  if (known && known.state !== 'NOTPAY') return no(400, 'ORDERPAID')
  if (known && known.fen !== total) return no(403, 'OUT_TRADE_NO_USED')
  const transactionId = `42000000012026112700000${String(server.orders.size).padStart(5, '0')}`
  server.orders.set(orderNo, { fen: total as unknown as number, state: 'NOTPAY', transactionId, paidAt: '', asked })
  return [200, { [started[way]]: startedWith[way] }]
}

function close({ orders }: WechatServer, orderNo: string, asked: Record<string, unknown>): Result {
  const order = orders.get(orderNo)
  if (asked.mchid !== MERCHANT_ID) return no(400, 'MCH_NOT_EXISTS')
  if (!order) return no(404, 'ORDER_NOT_EXIST')
  if (order.state === 'SUCCESS' || order.state === 'REFUND') return no(400, 'ORDERPAID')
  order.state = 'CLOSED'
  return [204, null]
}

const refundOf = (server: WechatServer, refundNo: string) => {
  const { orderNo, fen, status } = server.refunds.get(refundNo) as WechatRefund
  const { fen: total, transactionId } = server.orders.get(orderNo) as WechatOrder
  return {
    ...{ refund_id: `503000${refundNo.length}2026112700001`, out_refund_no: refundNo, transaction_id: transactionId },
    ...{ out_trade_no: orderNo, channel: 'ORIGINAL', user_received_account: '支付用户零钱', status },
    ...(status === 'SUCCESS' ? { success_time: wechatTime() } : {}),
    amount: { total, refund: fen, payer_total: total, payer_refund: fen, currency: 'CNY' },
  }
}

function refund(server: WechatServer, asked: Record<string, unknown>): Result {
  const { out_trade_no: orderNo, out_refund_no: refundNo, amount } = asked as Record<string, never>
  const { refund: fen, total } = amount as { refund: number; total: number }
  const order = server.orders.get(orderNo)
  const known = server.refunds.get(refundNo)
  if (!order) return no(404, 'RESOURCE_NOT_EXISTS')
  if (known && (known.fen !== fen || known.orderNo !== orderNo)) return no(400, 'PARAM_ERROR')
  if (known) return [200, refundOf(server, refundNo)]
  const before = [...server.refunds.values()].filter((one) => one.orderNo === orderNo).map((one) => one.fen)
  const isPossible = order.state !== 'NOTPAY' && order.fen === total && before.reduce((a, b) => a + b, fen) <= total
  if (!isPossible) return no(400, 'INVALID_REQUEST')
  if (server.balance < fen) return no(403, 'NOT_ENOUGH')
  server.balance -= fen
  order.state = 'REFUND'
  server.refunds.set(refundNo, { orderNo, fen, status: 'PROCESSING' })
  return [200, refundOf(server, refundNo)]
}

export function handle(server: WechatServer, { method, url, body }: Asked): Result {
  const asked = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>)
  const at = `${method} ${url.pathname}`
  const [, way] = /^POST \/v3\/pay\/transactions\/(native|h5|jsapi)$/.exec(at) ?? []
  if (way) return start(server, way as keyof typeof started, asked)
  const [, closed] = /^POST \/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/.exec(at) ?? []
  if (closed) return close(server, closed, asked)
  const [, queried] = /^GET \/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/.exec(at) ?? []
  if (queried) {
    const order = server.orders.get(queried)
    if (url.searchParams.get('mchid') !== MERCHANT_ID) return no(400, 'MCH_NOT_EXISTS')
    return order ? [200, transactionOf(queried, order)] : no(404, 'ORDER_NOT_EXIST')
  }
  if (at === 'POST /v3/refund/domestic/refunds') return refund(server, asked)
  const [, refundNo] = /^GET \/v3\/refund\/domestic\/refunds\/([^/]+)$/.exec(at) ?? []
  if (!refundNo) return no(404, 'NOT_FOUND')
  return server.refunds.has(refundNo) ? [200, refundOf(server, refundNo)] : no(404, 'RESOURCE_NOT_EXISTS')
}
