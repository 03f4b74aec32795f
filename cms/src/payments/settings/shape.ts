/** What an operator may say of online payment; without a single one of a provider's settings that provider is off. */
import { z } from 'zod'

const LOOPBACK = /^(?:127\.0\.0\.1|\[::1\]|localhost)$/

/** Money goes over TLS; a server on the same machine is a test. */
export const isLocal = (url: string): boolean => LOOPBACK.test(URL.parse(url)?.hostname ?? '')
const secureUrl = z.url().refine((url) => url.startsWith('https://') || isLocal(url), 'must start with https://')

/** A PEM text, the bare base64 that Alipay's key tool writes, or a file; relative files lie in DATA_DIR. */
const key = z.string().min(1).optional()

export const wechatWays = ['native', 'h5', 'jsapi'] as const
export type WechatWay = (typeof wechatWays)[number]

export const paymentShape = {
  WECHAT_PAY_APP_ID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, 'must be wx and 16 characters')
    .optional(),
  WECHAT_PAY_MERCHANT_ID: z
    .string()
    .regex(/^\d{8,10}$/, 'must be 8 to 10 digits')
    .optional(),
  WECHAT_PAY_MERCHANT_SERIAL: z
    .string()
    .regex(/^[0-9A-F]{16,64}$/i, 'must be the hexadecimal serial number of the merchant certificate')
    .optional(),
  WECHAT_PAY_MERCHANT_KEY: key,
  WECHAT_PAY_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{32}$/, 'must be the 32 characters of the APIv3 key')
    .optional(),
  WECHAT_PAY_PUBLIC_KEY_ID: z
    .string()
    .regex(/^PUB_KEY_ID_\d+$/, 'must start with PUB_KEY_ID_')
    .optional(),
  WECHAT_PAY_PUBLIC_KEY: key,
  WECHAT_PAY_PLATFORM_CERTIFICATES: key,
  WECHAT_PAY_WAYS: z
    .string()
    .regex(/^(?:native|h5|jsapi)(?:,(?:native|h5|jsapi))*$/, 'must be native, h5, jsapi, or several with commas')
    .default('native,h5'),
  WECHAT_PAY_API: secureUrl.default('https://api.mch.weixin.qq.com'),
  ALIPAY_APP_ID: z
    .string()
    .regex(/^\d{16}$/, 'must be 16 digits')
    .optional(),
  ALIPAY_SELLER_ID: z
    .string()
    .regex(/^2088\d{12}$/, 'must be 16 digits that start with 2088')
    .optional(),
  ALIPAY_APP_KEY: key,
  ALIPAY_PUBLIC_KEY: key,
  ALIPAY_GATEWAY: secureUrl.default('https://openapi.alipay.com/gateway.do'),
}

const schema = z.object({
  ...paymentShape,
  DATA_DIR: z.string(),
  SITE_URL: z.string(),
})
export type PaymentEnvironment = z.infer<typeof schema>
export type PaymentSetting = keyof typeof paymentShape
