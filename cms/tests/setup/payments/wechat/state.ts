/** What WeChat Pay knows: the merchant, orders and refunds. */
import type { FaultyServer } from '../faults.ts'
import type { Pair } from '../keys.ts'
import type { Signer } from './sign.ts'

export const APP_ID = 'wx0123456789abcdef'
export const MERCHANT_ID = '1900000109'
export const MERCHANT_SERIAL = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
export const PUBLIC_KEY_ID = 'PUB_KEY_ID_0119000001092024112600111100000001'
export const API_KEY = '0123456789abcdefghijklmnopqrstuv'

export type WechatOrder = {
  fen: number
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
  transactionId: string
  paidAt: string
  asked: Record<string, unknown>
}
export type WechatRefund = { orderNo: string; fen: number; status: 'SUCCESS' | 'PROCESSING' | 'ABNORMAL' | 'CLOSED' }

export type WechatServer = FaultyServer & {
  merchant: Pair
  platform: Pair
  signer: Signer
  orders: Map<string, WechatOrder>
  refunds: Map<string, WechatRefund>
  /** what the merchant has, in fen */
  balance: number
  /** changes what is answered before it is signed */
  twist: (body: Record<string, unknown>) => Record<string, unknown>
  pay: (orderNo: string) => void
  /** forgets everything, and fails no more */
  reset: () => void
}

/** RFC 3339 in Beijing's zone, as WeChat Pay writes it */
export const wechatTime = (at = Date.now()) => new Date(at + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00')

export function transactionOf(orderNo: string, { fen, state, transactionId, paidAt }: WechatOrder) {
  const common = { appid: APP_ID, mchid: MERCHANT_ID, out_trade_no: orderNo, trade_state: state, trade_state_desc: '…' }
  const amount = { total: fen, currency: 'CNY' }
  if (state === 'NOTPAY' || state === 'CLOSED') return { ...common, amount }
  return {
    ...common,
    ...{ transaction_id: transactionId, trade_type: 'NATIVE', bank_type: 'OTHERS', attach: '', success_time: paidAt },
    payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
    amount: { ...amount, payer_total: fen, payer_currency: 'CNY' },
  }
}
