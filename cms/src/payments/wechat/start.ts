/** The three ways to pay with WeChat Pay: a code on the computer, its own page on a phone, a call within WeChat. */
import { isIP } from 'node:net'
import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import { type Order, orderSchema } from '../../domain/payments/order'
import { done, failed, type Outcome } from '../../domain/payments/problems'
import { beijingTime } from '../beijing-time'
import type { Device, Started } from '../provider'
import type { WechatWay } from '../settings/shape'
import type { WechatSettings } from '../settings/wechat'
import { h5Schema, jsapiSchema, nativeSchema } from './answers'
import type { WechatClient } from './client'

export const wayOf = { computer: 'native', phone: 'h5', wechat: 'jsapi' } as const satisfies Record<
  Device['kind'],
  WechatWay
>

/** RFC 3339 without fractions, which WeChat Pay does not take */
const withZone = (instant: Date) => `${beijingTime(instant).replace(' ', 'T')}+08:00`

const bodyOf = ({ orderNo, fen, subject, expiresAt }: Order, { appId, merchantId, notifyUrl }: WechatSettings) => ({
  appid: appId,
  mchid: merchantId,
  description: subject,
  out_trade_no: orderNo,
  time_expire: withZone(expiresAt),
  notify_url: notifyUrl,
  amount: { total: fen, currency: 'CNY' },
})

function jsapiParameters(prepayId: string, { appId, merchantKey }: WechatSettings): Record<string, string> {
  const [timeStamp, nonceStr, packed] = [String(Formatter.timestamp()), Formatter.nonce(), `prepay_id=${prepayId}`]
  const paySign = Rsa.sign(Formatter.joinedByLineFeed(appId, timeStamp, nonceStr, packed), merchantKey)
  return { appId, timeStamp, nonceStr, package: packed, signType: 'RSA', paySign }
}

function deviceFields(device: Device): object | null {
  if (device.kind === 'computer') return {}
  if (device.kind === 'wechat') {
    return /^[\w-]{1,128}$/.test(device.openId) ? { payer: { openid: device.openId } } : null
  }
  if (isIP(device.ip) === 0) return null
  return { scene_info: { payer_client_ip: device.ip, h5_info: { type: 'Wap' } } }
}

function startedOf(device: Device, body: unknown, settings: WechatSettings): Started | null {
  if (device.kind === 'computer') {
    const { data } = nativeSchema.safeParse(body)
    return data ? { kind: 'qr', text: data.code_url } : null
  }
  if (device.kind === 'wechat') {
    const { data } = jsapiSchema.safeParse(body)
    return data ? { kind: 'jsapi', parameters: jsapiParameters(data.prepay_id, settings) } : null
  }
  const { data } = h5Schema.safeParse(body)
  if (!data) return null
  const url = new URL(data.h5_url)
  url.searchParams.set('redirect_url', device.returnUrl)
  return { kind: 'redirect', url: url.href }
}

export async function startWechat(
  settings: WechatSettings,
  call: WechatClient,
  order: Order,
  device: Device,
): Promise<Outcome<Started>> {
  const way = wayOf[device.kind]
  if (!settings.ways.includes(way)) return failed('WAY_NOT_OPEN')
  const fields = deviceFields(device)
  const checked = orderSchema.safeParse(order)
  if (!checked.success || !fields) return failed('ORDER_INVALID')
  const data = { ...bodyOf(checked.data, settings), ...fields }
  const answer = await call({ method: 'POST', path: `v3/pay/transactions/${way}`, data })
  if (!answer.ok) return answer
  const started = startedOf(device, answer.value, settings)
  return started ? done(started) : failed('MALFORMED')
}
