/** Alipay's gateway as far as we use it: its pages, queries, closing and refunds; each request verified, each answer signed. */
import { type Answered, type Asked, type Fault, type FaultyServer, startFaultyServer } from '../faults.ts'
import { makePair, type Pair } from '../keys.ts'
import { isRequestSigned, signText } from './sign.ts'

export const APP_ID = '2021000122671080'
export const SELLER_ID = '2088102146225135'

export type Trade = {
  fen: number
  status: 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_FINISHED' | 'TRADE_CLOSED'
  tradeNo: string
  paidAt: string
  subject: string
  refunds: Map<string, number>
}

export type AlipayServer = FaultyServer & {
  app: Pair
  alipay: Pair
  gateway: string
  trades: Map<string, Trade>
  /** what the merchant has, in fen */
  balance: number
  /** changes what is answered before it is signed */
  twist: (body: Record<string, unknown>) => Record<string, unknown>
  /** changes the text of the whole answer, as somebody on the way might */
  tamper: (text: string) => string
  /** the payer opens the page and logs in: only now is there a trade */
  open: (url: string) => Promise<string>
  pay: (orderNo: string) => void
}

type Fields = Record<string, string>
type Body = Record<string, unknown>
type Content = { out_trade_no?: string; out_request_no?: string; refund_amount?: string; query_options?: string[] }

/** wall clock of Beijing */
export const alipayTime = (at = Date.now()) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
export const yuan = (fen: number) =>
  (BigInt(fen) / 100n).toString().concat('.', (BigInt(fen) % 100n).toString().padStart(2, '0'))

const MAX_AGE_MS = 15 * 60_000
const ok = (body: Body): Body => ({ code: '10000', msg: 'Success', ...body })
const no = (sub: string): Body => ({ code: '40004', msg: 'Business Failed', sub_code: sub, sub_msg: '错误' })
const invalid = (sub: string): Body => ({ code: '40002', msg: 'Invalid Arguments', sub_code: sub, sub_msg: '错误' })
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

function handle(server: AlipayServer, fields: Fields): Body {
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
function openPage(server: AlipayServer, fields: Fields): string {
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

function answerOf(server: AlipayServer, method: string, value: Body, fault: Fault | undefined): Answered {
  const twisted = value.code === '10000' ? server.twist(value) : value
  const part = JSON.stringify(fault === 'oversized' ? { ...twisted, padding: 'x'.repeat(1024 * 1024) } : twisted)
  const key = fault === 'forged' ? server.app.privateKey : server.alipay.privateKey
  const name = `${method.replaceAll('.', '_')}_response`
  const sign = fault === 'unsigned' ? '' : `,"sign":"${signText(part, key)}"`
  const headers = { 'content-type': 'text/html;charset=utf-8' }
  return { status: 200, headers, body: server.tamper(`{"${name}":${part}${sign}}`) }
}

function respond(server: AlipayServer, { method, url, body }: Asked, fault: Fault | undefined): Answered {
  const fields = Object.fromEntries([...url.searchParams, ...new URLSearchParams(body)])
  if (method === 'GET') return { status: 200, headers: { 'content-type': 'text/html' }, body: openPage(server, fields) }
  // as the real one: without the charset in the address the body is read as GBK
  const isRead = url.searchParams.get('charset')?.toLowerCase() === 'utf-8'
  return answerOf(server, fields.method, isRead ? handle(server, fields) : invalid('isv.invalid-signature'), fault)
}

export async function startAlipayServer(): Promise<AlipayServer> {
  const http = await startFaultyServer((asked, fault) => respond(server, asked, fault))
  const server: AlipayServer = Object.assign(http, {
    ...{ app: makePair(), alipay: makePair(), trades: new Map(), balance: 100_000_000 },
    gateway: `${http.origin}/gateway.do`,
    twist: (body: Body) => body,
    tamper: (text: string) => text,
    open: async (url: string) => (await fetch(url)).text(),
    pay: (orderNo: string) => {
      const trade = server.trades.get(orderNo)
      if (trade) Object.assign(trade, { status: 'TRADE_SUCCESS', paidAt: alipayTime() })
    },
  })
  return server
}
