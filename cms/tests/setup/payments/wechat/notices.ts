/** What WeChat Pay sends on its own: signed as it does, or as somebody else would. */
import { randomUUID } from 'node:crypto'
import { type Signer, sealed, signed } from './sign.ts'
import { API_KEY, MERCHANT_ID, transactionOf, type WechatOrder, type WechatServer, wechatTime } from './state.ts'

export type WireNotice = { headers: Record<string, string>; body: string }

/** @param change what the sealed part says otherwise */
export function paidNotice(
  server: WechatServer,
  orderNo: string,
  change: Record<string, unknown> = {},
  { signer = server.signer, at = Date.now(), apiKey = API_KEY }: { signer?: Signer; at?: number; apiKey?: string } = {},
): WireNotice {
  const transaction = { ...transactionOf(orderNo, server.orders.get(orderNo) as WechatOrder), ...change }
  return noticeOf('TRANSACTION.SUCCESS', sealed(apiKey, transaction, 'transaction'), signer, at)
}

export function refundNotice(server: WechatServer, refundNo: string, change: Record<string, unknown> = {}): WireNotice {
  const refund = server.refunds.get(refundNo)
  const news = {
    ...{ mchid: MERCHANT_ID, out_trade_no: refund?.orderNo, out_refund_no: refundNo, refund_status: 'SUCCESS' },
    ...{ success_time: wechatTime(), amount: { refund: refund?.fen } },
    ...change,
  }
  return noticeOf('REFUND.SUCCESS', sealed(API_KEY, news, 'refund'), server.signer, Date.now())
}

export function noticeOf(event: string, resource: object, signer: Signer, at: number): WireNotice {
  const body = JSON.stringify({
    ...{ id: randomUUID(), create_time: wechatTime(at), resource_type: 'encrypt-resource', event_type: event },
    ...{ summary: '支付成功', resource },
  })
  return { headers: { ...signed(signer, body, at), 'content-type': 'application/json' }, body }
}

/** As Node hands headers to whoever reads them. */
export const received = ({ headers, body }: WireNotice): [Record<string, string>, Buffer] => [
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  Buffer.from(body),
]
