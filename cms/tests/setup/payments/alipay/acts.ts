/** What Alipay does when it is asked: by us at the gateway, by the payer's browser at its pages. */
import { isRequestSigned } from './sign.ts'
import { type AlipayServer, APP_ID, alipayTime, SELLER_ID, type Trade, yuan } from './state.ts'

export type Fields = Record<string, string>
export type Body = Record<string, unknown>
type Content = { out_trade_no?: string; out_request_no?: string; refund_amount?: string; query_options?: string[] }

const MAX_AGE_MS = 15 * 60_000
const ok = (body: Body): Body => ({ code: '10000', msg: 'Success', ...body })
const no = (sub: string): Body => ({ code: '40004', msg: 'Business Failed', sub_code: sub, sub_msg: '错误' })
export const invalid = (sub: string): Body => ({
  code: '40002',
  msg: 'Invalid Arguments',
  sub_code: sub,
  sub_msg: '错误',
})
const sum = (refunds: Map<string, number>) => [...refunds.values()].reduce((all, fen) => all + fen, 0)

function query(trade: Trade, orderNo: string): Body {
  const { tradeNo, status, fen, paidAt } = trade
  return ok({
    ...{ out_trade_no: orderNo, trade_no: tradeNo, trade_status: status, total_amount: yuan(fen) },
    ...{ buyer_logon_id: '138****0000', buyer_pay_amount: '0.00', invoice_amount: '0.00', receipt_amount: '0.00' },
    ...(paidAt ? { send_pay_date: paidAt } : {}),
  })
}

function close(trade: Trade, orderNo: string): Body {
  if (trade.status !== 'WAIT_BUYER_PAY') return no('ACQ.TRADE_STATUS_ERROR')
  trade.status = 'TRADE_CLOSED'
  return ok({ out_trade_no: orderNo, trade_no: trade.tradeNo })
}

function refund(server: AlipayServer, trade: Trade, orderNo: string, content: Content): Body {
  const { out_request_no: requestNo = '', refund_amount: amount = '' } = content
  if (!/^\d+\.\d\d$/.test(amount) || requestNo === '') return no('ACQ.INVALID_PARAMETER')
  const fen = Number(amount.replace('.', ''))
  const known = trade.refunds.get(requestNo)
  const common = { out_trade_no: orderNo, trade_no: trade.tradeNo, buyer_logon_id: '138****0000' }
  if (known !== undefined && known !== fen) return no('ACQ.DISCORDANT_REPEAT_REQUEST')
  if (known !== undefined) return ok({ ...common, fund_change: 'N', refund_fee: yuan(sum(trade.refunds)) })
  if (trade.status !== 'TRADE_SUCCESS') return no('ACQ.TRADE_STATUS_ERROR')
  if (sum(trade.refunds) + fen > trade.fen) return no('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL')
  if (server.balance < fen) return no('ACQ.SELLER_BALANCE_NOT_ENOUGH')
  server.balance -= fen
  trade.refunds.set(requestNo, fen)
  if (sum(trade.refunds) === trade.fen) trade.status = 'TRADE_CLOSED'
  return ok({ ...common, fund_change: 'Y', refund_fee: yuan(sum(trade.refunds)) })
}

function queryRefund(trade: Trade, orderNo: string, { out_request_no: requestNo = '', query_options }: Content): Body {
  const fen = trade.refunds.get(requestNo)
  if (fen === undefined) return ok({})
  return ok({
    ...{ out_trade_no: orderNo, trade_no: trade.tradeNo, out_request_no: requestNo, total_amount: yuan(trade.fen) },
    ...{ refund_amount: yuan(fen), refund_status: 'REFUND_SUCCESS' },
    ...(query_options?.includes('gmt_refund_pay') ? { gmt_refund_pay: alipayTime() } : {}),
  })
}

export function handle(server: AlipayServer, fields: Fields): Body {
  const sentAt = Date.parse(`${fields.timestamp?.replace(' ', 'T')}+08:00`)
  if (fields.app_id !== APP_ID) return invalid('isv.invalid-app-id')
  if (!isRequestSigned(fields, server.app.publicKey)) return invalid('isv.invalid-signature')
  if (!(Math.abs(Date.now() - sentAt) < MAX_AGE_MS)) return invalid('isv.invalid-timestamp')
  const content = JSON.parse(fields.biz_content) as Content
  const { out_trade_no: orderNo = '' } = content
  const trade = server.trades.get(orderNo)
  if (!trade) return no('ACQ.TRADE_NOT_EXIST')
  switch (fields.method) {
    case 'alipay.trade.query':
      return query(trade, orderNo)
    case 'alipay.trade.close':
      return close(trade, orderNo)
    case 'alipay.trade.refund':
      return refund(server, trade, orderNo, content)
    case 'alipay.trade.fastpay.refund.query':
      return queryRefund(trade, orderNo, content)
    default:
      return invalid('isv.invalid-method')
  }
}

/** What the payer's browser asks for. */
export function openPage(server: AlipayServer, fields: Fields): string {
  if (!isRequestSigned(fields, server.app.publicKey)) return '验签出错'
  const content = JSON.parse(fields.biz_content) as Record<string, string>
  const products = { 'alipay.trade.wap.pay': 'QUICK_WAP_WAY', 'alipay.trade.page.pay': 'FAST_INSTANT_TRADE_PAY' }
  if (products[fields.method as keyof typeof products] !== content.product_code) return '参数有误'
  if (content.seller_id !== SELLER_ID || !/^\d+\.\d\d$/.test(content.total_amount)) return '参数有误'
  if (!(Date.parse(`${content.time_expire.replace(' ', 'T')}+08:00`) > Date.now())) return '订单已超时'
  const tradeNo = `20261127220011${String(server.trades.size).padStart(14, '0')}`
  const fen = Number(content.total_amount.replace('.', ''))
  if (!server.trades.has(content.out_trade_no)) {
    const trade: Trade = {
      fen,
      status: 'WAIT_BUYER_PAY',
      tradeNo,
      paidAt: '',
      subject: content.subject,
      refunds: new Map(),
    }
    server.trades.set(content.out_trade_no, trade)
  }
  return `收银台：${content.subject} ¥${content.total_amount}`
}
