/** What Alipay knows: the app, its seller and the trades. */
import type { FaultyServer } from '../faults.ts'
import type { Pair } from '../keys.ts'

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
  /** forgets everything, and fails no more */
  reset: () => void
}

/** wall clock of Beijing */
export const alipayTime = (at = Date.now()) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
export const yuan = (fen: number) =>
  (BigInt(fen) / 100n).toString().concat('.', (BigInt(fen) % 100n).toString().padStart(2, '0'))
