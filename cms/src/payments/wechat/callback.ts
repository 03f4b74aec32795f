/**
 * Notices of WeChat Pay: first who sends it and when, then what it says. The signature covers the bytes as they came; what is
 * inside is sealed with the APIv3 key.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { z } from 'zod'
import { orderNoSchema, refundNoSchema } from '../../domain/payments/order'
import { parseJson } from '../parse-json'
import type { NoticeRefusal, ReadNotice } from '../provider'
import type { WechatSettings } from '../settings/wechat'
import { stateOf, strangerIn, transactionSchema } from './answers'

/** WeChat Pay signs every attempt anew: what is older, or from the future, was recorded and sent by somebody else. */
export const MAX_NOTICE_AGE_MS = 5 * 60_000

const headersSchema = z.object({
  'wechatpay-timestamp': z.string().regex(/^\d{10}$/),
  'wechatpay-nonce': z.string().min(1).max(128),
  'wechatpay-serial': z.string().min(1).max(128),
  'wechatpay-signature': z.string().min(1).max(1024),
})

const envelopeSchema = z.object({
  id: z.string().min(1).max(64),
  event_type: z.string().max(64),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.base64().min(24),
    nonce: z.string().min(8).max(32),
    associated_data: z.string().max(64).nullish(),
    original_type: z.string().max(32).optional(),
  }),
})
const refundNewsSchema = z.object({ mchid: z.string(), out_trade_no: orderNoSchema, out_refund_no: refundNoSchema })

const refuse = (refusal: NoticeRefusal): ReadNotice => ({ ok: false, refusal })

function checkSender(
  { platformKeys }: WechatSettings,
  headers: IncomingHttpHeaders,
  text: string,
  now: Date,
): NoticeRefusal | null {
  const given = headersSchema.safeParse(headers)
  if (!given.success) return 'UNSIGNED'
  const { 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce } = given.data
  const { 'wechatpay-serial': serial, 'wechatpay-signature': signature } = given.data
  if (Math.abs(Number(timestamp) * 1000 - now.getTime()) > MAX_NOTICE_AGE_MS) return 'STALE'
  if (!Object.hasOwn(platformKeys, serial)) return 'UNKNOWN_KEY'
  const signed = Formatter.response(timestamp, nonce, text)
  return Rsa.verify(signed, signature, platformKeys[serial]) ? null : 'BAD_SIGNATURE'
}

function open({ apiKey }: WechatSettings, resource: z.infer<typeof envelopeSchema>['resource']): unknown {
  try {
    return parseJson(Aes.AesGcm.decrypt(resource.ciphertext, apiKey, resource.nonce, resource.associated_data ?? ''))
  } catch {
    return undefined
  }
}

function readPayment(settings: WechatSettings, noticeId: string, opened: unknown): ReadNotice {
  const transaction = transactionSchema.safeParse(opened)
  if (!transaction.success) return refuse('MALFORMED')
  const stranger = strangerIn(transaction.data, settings)
  if (stranger) return refuse(stranger)
  const state = stateOf(transaction.data)
  if (state.state === 'paid') return { ok: true, notice: { noticeId, kind: 'paid', payment: state.payment } }
  const { out_trade_no: orderNo } = transaction.data
  return {
    ok: true,
    notice: state.state === 'closed' ? { noticeId, kind: 'closed', orderNo } : { noticeId, kind: 'other' },
  }
}

function readRefund({ merchantId }: WechatSettings, noticeId: string, opened: unknown): ReadNotice {
  const news = refundNewsSchema.safeParse(opened)
  if (!news.success) return refuse('MALFORMED')
  if (news.data.mchid !== merchantId) return refuse('OTHER_MERCHANT')
  const { out_trade_no: orderNo, out_refund_no: refundNo } = news.data
  return { ok: true, notice: { noticeId, kind: 'refund', orderNo, refundNo } }
}

export function readWechatNotice(
  settings: WechatSettings,
  headers: IncomingHttpHeaders,
  rawBody: Buffer,
  now: Date,
): ReadNotice {
  const text = rawBody.toString('utf8')
  const suspicion = checkSender(settings, headers, text, now)
  if (suspicion) return refuse(suspicion)
  const envelope = envelopeSchema.safeParse(parseJson(text))
  if (!envelope.success) return refuse('MALFORMED')
  const { id, event_type: event, resource } = envelope.data
  const opened = open(settings, resource)
  if (opened === undefined) return refuse('UNDECIPHERABLE')
  if (event.startsWith('TRANSACTION.')) return readPayment(settings, id, opened)
  return event.startsWith('REFUND.')
    ? readRefund(settings, id, opened)
    : { ok: true, notice: { noticeId: id, kind: 'other' } }
}
