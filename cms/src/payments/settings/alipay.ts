import { createPublicKey, type KeyObject } from 'node:crypto'
import { PaymentSettingError, readPrivateKey, readPublicKey } from './keys'
import { notifyUrlOf, requireAll } from './required'
import type { PaymentEnvironment } from './shape'

export type AlipaySettings = {
  appId: string
  sellerId: string
  appKey: KeyObject
  alipayKey: KeyObject
  gateway: string
  notifyUrl: string
}

const NEEDED = ['ALIPAY_APP_ID', 'ALIPAY_SELLER_ID', 'ALIPAY_APP_KEY', 'ALIPAY_PUBLIC_KEY'] as const

const isSameKey = (one: KeyObject, other: KeyObject) =>
  one.export({ type: 'spki', format: 'der' }).equals(other.export({ type: 'spki', format: 'der' }))

/** @throws PaymentSettingError that names the setting; null where Alipay is off */
export function readAlipaySettings(environment: PaymentEnvironment): AlipaySettings | null {
  const given = requireAll(environment, NEEDED, [])
  if (!given) return null
  const { DATA_DIR } = environment
  const appKey = readPrivateKey('ALIPAY_APP_KEY', given.ALIPAY_APP_KEY, DATA_DIR)
  const alipayKey = readPublicKey('ALIPAY_PUBLIC_KEY', given.ALIPAY_PUBLIC_KEY, DATA_DIR)
  // the platform shows both beside each other, and with the wrong one every notice would be refused
  if (isSameKey(createPublicKey(appKey), alipayKey)) {
    throw new PaymentSettingError('ALIPAY_PUBLIC_KEY', "is the application's own public key, Alipay's is needed")
  }
  return {
    appId: given.ALIPAY_APP_ID,
    sellerId: given.ALIPAY_SELLER_ID,
    appKey,
    alipayKey,
    gateway: environment.ALIPAY_GATEWAY,
    notifyUrl: notifyUrlOf(environment, environment.ALIPAY_GATEWAY, 'alipay'),
  }
}
