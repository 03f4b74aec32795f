/** Alipay's own pages: one for phones, one for computers. Nothing is asked of Alipay here; the signed address carries the order. */
import type { AlipaySdk } from 'alipay-sdk'
import { type Order, orderSchema } from '../../domain/payments/order'
import { done, failed, type Outcome } from '../../domain/payments/problems'
import { beijingTime } from '../beijing-time'
import type { Device, Started } from '../provider'
import type { AlipaySettings } from '../settings/alipay'
import { yuanOf } from './yuan'

const pages = {
  phone: { method: 'alipay.trade.wap.pay', product: 'QUICK_WAP_WAY' },
  computer: { method: 'alipay.trade.page.pay', product: 'FAST_INSTANT_TRADE_PAY' },
} as const
export const alipayDevices = Object.keys(pages) as (keyof typeof pages)[]

export function startAlipay(
  sdk: AlipaySdk,
  settings: AlipaySettings,
  order: Order,
  device: Device,
  now: Date,
): Outcome<Started> {
  if (device.kind === 'wechat') return failed('WAY_NOT_OPEN')
  const checked = orderSchema.safeParse(order)
  if (!checked.success) return failed('ORDER_INVALID')
  const { orderNo, fen, subject, expiresAt } = checked.data
  const { method, product } = pages[device.kind]
  const url = sdk.pageExecute(method, 'GET', {
    timestamp: beijingTime(now),
    notifyUrl: settings.notifyUrl,
    returnUrl: device.returnUrl,
    bizContent: {
      outTradeNo: orderNo,
      totalAmount: yuanOf(fen),
      subject,
      productCode: product,
      sellerId: settings.sellerId,
      timeExpire: beijingTime(expiresAt),
    },
  })
  return done({ kind: 'redirect', url })
}
