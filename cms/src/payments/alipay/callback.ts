/** Notices of Alipay: a form whose fields are signed together. A notice of a refund looks like one of the payment, with a sum more. */
import { isUtf8 } from 'node:buffer'
import type { AlipaySdk } from 'alipay-sdk'
import { z } from 'zod'
import { orderNoSchema, refundNoSchema } from '../../domain/payments/order'
import type { Notice, NoticeRefusal, ReadNotice } from '../provider'
import type { AlipaySettings } from '../settings/alipay'
import { currency, instant, tradeNo, tradeStatus, yuan } from './answers'

const MAX_FIELDS = 100

/** The SDK would verify with SHA-1 where a notice says so. */
const signedSchema = z.object({
  sign: z.base64().min(1).max(1024),
  sign_type: z.literal('RSA2'),
  charset: z.string().regex(/^utf-8$/i),
})
const senderSchema = z.object({
  notify_id: z.string().min(1).max(128),
  notify_type: z.string().max(64),
  app_id: z.string(),
  seller_id: z.string(),
})
const tradeSchema = z.object({
  out_trade_no: orderNoSchema,
  trade_no: tradeNo,
  trade_status: tradeStatus,
  total_amount: yuan,
  gmt_payment: instant.optional(),
  out_biz_no: z.string().optional(),
  refund_fee: yuan.optional(),
  trans_currency: currency,
})

const refuse = (refusal: NoticeRefusal): ReadNotice => ({ ok: false, refusal })
const read = (notice: Notice): ReadNotice => ({ ok: true, notice })

/** @returns null where a name comes twice: what was verified and what is read must be one */
function fieldsOf(rawBody: Buffer): Record<string, string> | null {
  if (!isUtf8(rawBody)) return null
  const pairs = [...new URLSearchParams(rawBody.toString('utf8'))]
  const fields = new Map(pairs)
  return fields.size === pairs.length && fields.size <= MAX_FIELDS ? Object.fromEntries(fields) : null
}

function tradeNotice(noticeId: string, fields: Record<string, string>): ReadNotice {
  const trade = tradeSchema.safeParse(fields)
  if (!trade.success) return refuse('MALFORMED')
  const { out_trade_no: orderNo, trade_status: status, out_biz_no, refund_fee, trans_currency } = trade.data
  if (trans_currency && trans_currency !== 'CNY') return refuse('OTHER_CURRENCY')
  if ((refund_fee ?? 0) > 0 || out_biz_no) {
    return read({ noticeId, kind: 'refund', orderNo, refundNo: refundNoSchema.safeParse(out_biz_no).data ?? null })
  }
  if (status === 'WAIT_BUYER_PAY') return read({ noticeId, kind: 'other' })
  if (status === 'TRADE_CLOSED') return read({ noticeId, kind: 'closed', orderNo })
  const { gmt_payment: paidAt, trade_no: transactionId, total_amount: fen } = trade.data
  if (!paidAt) return refuse('MALFORMED')
  return read({ noticeId, kind: 'paid', payment: { provider: 'alipay', orderNo, transactionId, fen, paidAt } })
}

export function readAlipayNotice(sdk: AlipaySdk, { appId, sellerId }: AlipaySettings, rawBody: Buffer): ReadNotice {
  const fields = fieldsOf(rawBody)
  if (!fields) return refuse('MALFORMED')
  if (!signedSchema.safeParse(fields).success) return refuse('UNSIGNED')
  if (!sdk.checkNotifySignV2(fields)) return refuse('BAD_SIGNATURE')
  const sender = senderSchema.safeParse(fields)
  if (!sender.success) return refuse('MALFORMED')
  if (sender.data.app_id !== appId) return refuse('OTHER_APP')
  if (sender.data.seller_id !== sellerId) return refuse('OTHER_MERCHANT')
  const { notify_id: noticeId, notify_type: type } = sender.data
  return type === 'trade_status_sync' ? tradeNotice(noticeId, fields) : read({ noticeId, kind: 'other' })
}
