/** Settings of online payment: a provider is off until one of its settings is given, and then needs them all. */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const given = (pattern: RegExp, error: string) => z.string().regex(pattern, error).optional()
const key = z.string().optional()

/** TLS, but for a server on this machine, which is a test */
const secureUrl = (error = '应为以 https:// 开头的网址') =>
  z
    .url({ protocol: /^https?$/, error })
    .refine(
      (value) =>
        value.startsWith('https://') || /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(URL.parse(value)?.hostname ?? ''),
      error,
    )

export const paymentShape = {
  WECHAT_PAY_APP_ID: given(/^wx[0-9a-f]{16}$/, '应为 wx 开头的 18 个字符'),
  WECHAT_PAY_MERCHANT_ID: given(/^\d{8,10}$/, '应为 8–10 位数字'),
  WECHAT_PAY_MERCHANT_SERIAL: given(/^[0-9A-F]{16,64}$/i, '应为商户 API 证书的序列号，只有数字和字母 A–F'),
  WECHAT_PAY_MERCHANT_KEY: key,
  WECHAT_PAY_API_KEY: given(/^[\x21-\x7e]{32}$/, '应为 32 个字符的 APIv3 密钥'),
  WECHAT_PAY_PUBLIC_KEY_ID: given(/^PUB_KEY_ID_\d+$/, '应以 PUB_KEY_ID_ 开头'),
  WECHAT_PAY_PUBLIC_KEY: key,
  WECHAT_PAY_PLATFORM_CERTIFICATES: key,
  WECHAT_PAY_WAYS: given(
    /^(?:native|h5|jsapi)(?:,(?:native|h5|jsapi))*$/,
    '应为 native、h5、jsapi 中的几个，用逗号隔开',
  ),
  WECHAT_PAY_API: secureUrl().optional(),
  ALIPAY_APP_ID: given(/^\d{16}$/, '应为 16 位数字'),
  ALIPAY_SELLER_ID: given(/^2088\d{12}$/, '应为以 2088 开头的 16 位数字'),
  ALIPAY_APP_KEY: key,
  ALIPAY_PUBLIC_KEY: key,
  ALIPAY_GATEWAY: secureUrl().optional(),
}

/** Must not appear on a screen or in a log. */
export const PAYMENT_SECRETS = [
  ...['WECHAT_PAY_MERCHANT_KEY', 'WECHAT_PAY_API_KEY', 'WECHAT_PAY_PUBLIC_KEY', 'WECHAT_PAY_PLATFORM_CERTIFICATES'],
  ...['ALIPAY_APP_KEY', 'ALIPAY_PUBLIC_KEY'],
]

type Name = keyof typeof paymentShape
type Given = Partial<Record<Name, string | undefined>> & { SITE_URL?: string | undefined }
export type PaymentProblem = { name: Name | 'SITE_URL'; reason: string }

const wechat = Object.keys(paymentShape).filter((name) => name.startsWith('WECHAT_PAY_')) as Name[]
const alipay = Object.keys(paymentShape).filter((name) => name.startsWith('ALIPAY_')) as Name[]
const OPTIONAL = new Set<Name>([
  ...(['WECHAT_PAY_PUBLIC_KEY_ID', 'WECHAT_PAY_PUBLIC_KEY', 'WECHAT_PAY_PLATFORM_CERTIFICATES'] as const),
  ...(['WECHAT_PAY_WAYS', 'WECHAT_PAY_API', 'ALIPAY_GATEWAY'] as const),
])
const DEFAULTED = new Set<Name>(['WECHAT_PAY_WAYS', 'WECHAT_PAY_API', 'ALIPAY_GATEWAY'])

const isOn = (settings: Given, names: Name[]) => names.some((name) => !DEFAULTED.has(name) && settings[name])

function missingOf(settings: Given, names: Name[], title: string): PaymentProblem | null {
  if (!isOn(settings, names)) return null
  const name = names.find((one) => !OPTIONAL.has(one) && !settings[one])
  return name ? { name, reason: `要写，已经写了${title}的其他设置` } : null
}

function missingToVerify(settings: Given): PaymentProblem | null {
  if (!isOn(settings, wechat)) return null
  const { WECHAT_PAY_PUBLIC_KEY_ID: id, WECHAT_PAY_PUBLIC_KEY: publicKey } = settings
  if (publicKey && !id) return { name: 'WECHAT_PAY_PUBLIC_KEY_ID', reason: '要写，已经写了 WECHAT_PAY_PUBLIC_KEY' }
  if (publicKey || (settings.WECHAT_PAY_PLATFORM_CERTIFICATES && !id)) return null
  return { name: 'WECHAT_PAY_PUBLIC_KEY', reason: '要写，否则无法确认支付结果是微信支付发来的' }
}

/** @returns the setting that is missing and why it is needed, or null */
export function missingForPayments(settings: Given): PaymentProblem | null {
  const missing =
    missingOf(settings, wechat, '微信支付') ?? missingToVerify(settings) ?? missingOf(settings, alipay, '支付宝')
  if (missing) return missing
  const isReal =
    (isOn(settings, wechat) && (settings.WECHAT_PAY_API ?? 'https:').startsWith('https:')) ||
    (isOn(settings, alipay) && (settings.ALIPAY_GATEWAY ?? 'https:').startsWith('https:'))
  const isPublic = settings.SITE_URL?.startsWith('https://')
  return isReal && !isPublic
    ? { name: 'SITE_URL', reason: '要写成以 https:// 开头的对外网址，在线支付靠它接收结果' }
    : null
}

const frames = ['PRIVATE KEY', 'RSA PRIVATE KEY', 'PUBLIC KEY']
const isReadable = (text: string, read: (text: string) => unknown) =>
  [text, ...frames.map((frame) => `-----BEGIN ${frame}-----\n${text}\n-----END ${frame}-----`)].some((spelling) => {
    try {
      return Boolean(read(spelling))
    } catch {
      return false
    }
  })

const readers: [Name, string, (text: string) => unknown][] = [
  ['WECHAT_PAY_MERCHANT_KEY', '私钥', createPrivateKey],
  ['WECHAT_PAY_PUBLIC_KEY', '公钥', createPublicKey],
  ['WECHAT_PAY_PLATFORM_CERTIFICATES', '证书', createPublicKey],
  ['ALIPAY_APP_KEY', '私钥', createPrivateKey],
  ['ALIPAY_PUBLIC_KEY', '公钥', createPublicKey],
]

/** Only whether they can be read; what else may be wrong with a key, the CMS says at its start. */
export function unreadableKey(settings: Given, dataDir: string): PaymentProblem | null {
  for (const [name, what, read] of readers) {
    const text = settings[name]?.replaceAll('\\n', '\n').trim()
    if (!text) continue
    const isInline = text.includes('-----BEGIN ') || /^[A-Za-z0-9+/=\s]{200,}$/.test(text)
    const file = path.resolve(dataDir, text)
    const isFile = !isInline && fs.statSync(file, { throwIfNoEntry: false })?.isFile()
    if (!isInline && !isFile) return { name, reason: `既不是${what}，也不是 DATA_DIR 里的文件` }
    if (!isReadable(isInline ? text : fs.readFileSync(file, 'utf8').trim(), read))
      return { name, reason: `不是${what}` }
  }
  return null
}
