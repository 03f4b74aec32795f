/** What Alipay sends on its own: a form, signed as it does or as somebody else would. */
import type { KeyObject } from 'node:crypto'
import { signNotice } from './sign.ts'
import { type AlipayServer, APP_ID, alipayTime, SELLER_ID, type Trade, yuan } from './state.ts'

type Fields = Record<string, string>

/** @param change what it says otherwise, before it is signed */
export function alipayNotice(
  server: AlipayServer,
  orderNo: string,
  change: Fields = {},
  { key = server.alipay.privateKey, algorithm }: { key?: KeyObject; algorithm?: string } = {},
): Fields {
  const { fen, status, tradeNo, paidAt, subject } = server.trades.get(orderNo) as Trade
  const fields = {
    ...{ notify_time: alipayTime(), notify_type: 'trade_status_sync', notify_id: `2026112700222${tradeNo}` },
    ...{ app_id: APP_ID, auth_app_id: APP_ID, charset: 'utf-8', version: '1.0', sign_type: 'RSA2' },
    ...{ trade_no: tradeNo, out_trade_no: orderNo, trade_status: status, seller_id: SELLER_ID, subject },
    ...{ total_amount: yuan(fen), receipt_amount: yuan(fen), buyer_pay_amount: yuan(fen), point_amount: '0.00' },
    ...{ buyer_id: '2088102116773037', fund_bill_list: `[{"amount":"${yuan(fen)}","fundChannel":"ALIPAYACCOUNT"}]` },
    ...{ gmt_create: alipayTime(), ...(paidAt ? { gmt_payment: paidAt } : {}), body: '' },
    ...change,
  }
  return signNotice(fields, key, algorithm)
}

export const formOf = (fields: Fields): Buffer => Buffer.from(new URLSearchParams(fields).toString())
