import type { KeyObject } from 'node:crypto'
import { PaymentSettingError, readCertificates, readPrivateKey, readPublicKey } from './keys'
import { notifyUrlOf, requireAll } from './required'
import type { PaymentEnvironment, WechatWay } from './shape'

export type WechatSettings = {
  appId: string
  merchantId: string
  merchantSerial: string
  merchantKey: KeyObject
  /** the APIv3 key: 32 bytes that open what notices carry */
  apiKey: string
  /** by serial number or key id; the first is asked to sign answers */
  platformKeys: Record<string, KeyObject>
  ways: readonly WechatWay[]
  api: string
  notifyUrl: string
}

const NEEDED = [
  ...(['WECHAT_PAY_APP_ID', 'WECHAT_PAY_MERCHANT_ID', 'WECHAT_PAY_MERCHANT_SERIAL'] as const),
  ...(['WECHAT_PAY_MERCHANT_KEY', 'WECHAT_PAY_API_KEY'] as const),
] as const
const VERIFYING = ['WECHAT_PAY_PUBLIC_KEY_ID', 'WECHAT_PAY_PUBLIC_KEY', 'WECHAT_PAY_PLATFORM_CERTIFICATES'] as const

/** A merchant may move from certificates to the public key: for that time both are given, and notices come signed by either. */
function readPlatformKeys(environment: PaymentEnvironment, now: Date): Record<string, KeyObject> {
  const {
    DATA_DIR,
    WECHAT_PAY_PUBLIC_KEY_ID: id,
    WECHAT_PAY_PUBLIC_KEY: key,
    WECHAT_PAY_PLATFORM_CERTIFICATES: certificates,
  } = environment
  if (!id && !key && !certificates) {
    throw new PaymentSettingError('WECHAT_PAY_PUBLIC_KEY', 'is missing: nothing else proves who sends a notice')
  }
  if (!id && key) throw new PaymentSettingError('WECHAT_PAY_PUBLIC_KEY_ID', 'is missing, while its key is set')
  if (id && !key) throw new PaymentSettingError('WECHAT_PAY_PUBLIC_KEY', 'is missing, while its id is set')
  return {
    ...(id && key ? { [id]: readPublicKey('WECHAT_PAY_PUBLIC_KEY', key, DATA_DIR) } : {}),
    ...(certificates ? readCertificates('WECHAT_PAY_PLATFORM_CERTIFICATES', certificates, DATA_DIR, now) : {}),
  }
}

/** @throws PaymentSettingError that names the setting; null where WeChat Pay is off */
export function readWechatSettings(environment: PaymentEnvironment, now: Date): WechatSettings | null {
  const given = requireAll(environment, NEEDED, VERIFYING)
  if (!given) return null
  const merchantSerial = given.WECHAT_PAY_MERCHANT_SERIAL.toUpperCase()
  const platformKeys = readPlatformKeys(environment, now)
  if (Object.hasOwn(platformKeys, merchantSerial)) {
    throw new PaymentSettingError('WECHAT_PAY_PLATFORM_CERTIFICATES', "has the merchant's own certificate")
  }
  return {
    appId: given.WECHAT_PAY_APP_ID,
    merchantId: given.WECHAT_PAY_MERCHANT_ID,
    merchantSerial,
    merchantKey: readPrivateKey('WECHAT_PAY_MERCHANT_KEY', given.WECHAT_PAY_MERCHANT_KEY, environment.DATA_DIR),
    apiKey: given.WECHAT_PAY_API_KEY,
    platformKeys,
    ways: [...new Set(environment.WECHAT_PAY_WAYS.split(',') as WechatWay[])],
    api: new URL(environment.WECHAT_PAY_API).origin,
    notifyUrl: notifyUrlOf(environment, environment.WECHAT_PAY_API, 'wechat'),
  }
}
