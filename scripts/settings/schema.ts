/** Every setting of the project, each with its default; `.env.example` explains them to people. */
import path from 'node:path'
import { z } from 'zod'
import { DEPLOYMENT_SECRETS, deploymentShape, missingForDeployment } from './deployment.ts'
import { missingForPayments, PAYMENT_SECRETS, paymentShape, unreadableKey } from './payments.ts'

const origin = z
  .url({ protocol: /^https?$/, error: '应为以 http:// 或 https:// 开头的网址' })
  .refine((value) => URL.parse(value)?.pathname === '/', '应只写到域名和端口，后面不带路径')
  .transform((value) => new URL(value).origin)

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `应为 ${values.join('、')} 之一` })

const numberBetween = (from: number, to: number) => {
  const error = `应为 ${from}–${to} 之间的整数`
  return z
    .string()
    .regex(/^\d+$/, error)
    .transform(Number)
    .refine((value) => value >= from && value <= to, error)
}

const port = (fallback: number) => numberBetween(1, 65_535).default(fallback)

const secret = z.string().min(16, '至少要有 16 个字符').optional()

/** Made once and kept in DATA_DIR/secrets.json where they are not given. */
export const SECRET_NAMES = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
  'PUBLICATION_TOKEN',
  'PREVIEW_SECRET',
  'SEALING_KEY',
  'PUSH_KEY',
] as const
export type SecretName = (typeof SECRET_NAMES)[number]

const secrets = Object.fromEntries(SECRET_NAMES.map((name) => [name, secret])) as Record<SecretName, typeof secret>
/** whoever listens in between would log in as anybody; a server on this machine is for trying out */
const collegeUrl = z
  .string()
  .regex(/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/])[^\s?#]*$/, '应为以 https:// 开头的网址')
/** half of a key pair on a curve: any 32 bytes will do */
const pushKey = z
  .string()
  .regex(/^[\w-]{43}$/, '应为 43 个字符的 base64url（32 字节）')
  .optional()

const settingsSchema = z
  .object({
    DATA_DIR: z.string().default('./data'),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, '应为 IP 地址或主机名')
      .default('127.0.0.1'),
    CMS_PORT: port(1337),
    SITE_PORT: port(4321),
    SITE_URL: origin.optional(),
    CMS_PUBLIC_URL: origin.optional(),
    WEBSUB_HUB: z.url({ protocol: /^https?$/, error: '应为以 http:// 或 https:// 开头的网址' }).optional(),
    SAMPLE: oneOf(['full', 'none']).default('full'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, '应以 postgres:// 开头')
      .optional(),
    RENDER_THREADS: numberBetween(1, 4).optional(),
    RENDER_LIMIT_S: numberBetween(1, 600).default(10),
    AUDIT_KEEP_MONTHS: numberBetween(6, 120).default(12),
    PICTURE_AVIF: oneOf(['on', 'off']).default('on'),
    VERSIONS_ALL_DAYS: numberBetween(1, 3650).default(90),
    VERSIONS_DAILY_DAYS: numberBetween(1, 3650).default(365),
    REPORTS_KEPT_DAYS: numberBetween(1, 3650).default(180),
    DESK_IDLE_MINUTES: numberBetween(5, 1440).default(30),
    LINK_CHECK: oneOf(['on', 'off']).default('on'),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/[^/\s]+$/, '应以 smtp:// 或 smtps:// 开头，后面是“账号:密码@主机:端口”')
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^\r\n]*@[^\r\n]*$/, '应为发件人的邮箱，例如 智慧党建 <dj@example.edu.cn>')
      .optional(),
    PUSH: oneOf(['on', 'off']).default('on'),
    PUSH_CONTACT: z
      .string()
      .regex(/^(?:https:\/\/\S+|[^\s@]+@[^\s@]+)$/, '应为邮箱，或以 https:// 开头的网址')
      .optional(),
    PUSH_SERVICES: z
      .string()
      .regex(
        /^(?:[a-z\d.-]+|https?:\/\/[^\s,/]+)(?:\s*,\s*(?:[a-z\d.-]+|https?:\/\/[^\s,/]+))*$/i,
        '应为用逗号隔开的域名',
      )
      .optional(),
    LOG_LEVEL: oneOf(['error', 'warn', 'info', 'debug', 'silent']).default('info'),
    SEALING_KEYS_FORMER: z.string().optional(),
    OIDC_ISSUER: collegeUrl.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NUMBER_CLAIM: z.string().optional(),
    OIDC_SCOPE: z
      .string()
      .regex(/(?:^| )openid(?: |$)/, '应含 openid')
      .optional(),
    OIDC_NAME: z.string().optional(),
    CAS_URL: collegeUrl.optional(),
    CAS_VERSION: oneOf(['2', '3']).optional(),
    CAS_NUMBER_ATTRIBUTE: z.string().optional(),
    CAS_NAME: z.string().optional(),
    ...deploymentShape,
    ...paymentShape,
    ...secrets,
    PUSH_KEY: pushKey,
  })
  .refine((settings) => settings.CMS_PORT !== settings.SITE_PORT, {
    path: ['SITE_PORT'],
    error: '不能与 CMS_PORT 相同',
  })
  .refine((settings) => !settings.SMTP_URL || settings.MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: '写了 SMTP_URL 就要写发件人的邮箱',
  })
  .refine((settings) => !settings.OIDC_ISSUER || (settings.OIDC_CLIENT_ID && settings.OIDC_CLIENT_SECRET), {
    path: ['OIDC_CLIENT_ID'],
    error: '写了 OIDC_ISSUER 就要写 OIDC_CLIENT_ID 和 OIDC_CLIENT_SECRET',
  })
  .superRefine((settings, context) => {
    const missing = missingForDeployment(settings) ?? missingForPayments(settings)
    if (missing) context.addIssue({ code: 'custom', path: [missing.name], message: missing.reason })
  })

export const SETTING_NAMES: readonly string[] = settingsSchema.keyof().options

export type Settings = Omit<z.infer<typeof settingsSchema>, 'SITE_URL'> & {
  SITE_URL: string
  /** where the portal's processes reach the CMS */
  CMS_URL: string
}

type Source = Record<string, string | undefined>

/** A wildcard address is for listening only; everything else is reached where it listens. */
function reachableHost(host: string): string {
  if (['0.0.0.0', '::', 'localhost'].includes(host)) return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/**
 * @param source names to values; an empty value counts as not given
 * @param root what a relative DATA_DIR is relative to
 * @returns the settings, or one sentence naming the first that is wrong
 */
export function parseSettings(source: Source, root: string): { settings: Settings } | { problem: string } {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const result = settingsSchema.safeParse(given)
  if (!result.success) {
    const [issue] = result.error.issues
    const name = String(issue?.path[0])
    return { problem: `设置 ${name} 有误：${issue?.message}${shown(name, given[name])}。` }
  }
  const unreadable = unreadableKey(result.data, path.resolve(root, result.data.DATA_DIR))
  if (unreadable) return { problem: `设置 ${unreadable.name} 有误：${unreadable.reason}。` }
  const { DATA_DIR, HOST, CMS_PORT, SITE_PORT, SITE_URL = `http://localhost:${SITE_PORT}` } = result.data
  return {
    settings: {
      ...result.data,
      DATA_DIR: path.resolve(root, DATA_DIR),
      SITE_URL,
      CMS_URL: `http://${reachableHost(HOST)}:${CMS_PORT}`,
    },
  }
}

const HIDDEN: readonly string[] = [
  'DATABASE_URL',
  'SMTP_URL',
  'DEPLOY_TO',
  ...DEPLOYMENT_SECRETS,
  ...PAYMENT_SECRETS,
  'OIDC_CLIENT_SECRET',
  ...DEPLOYMENT_SECRETS,
  ...SECRET_NAMES,
]

/** A secret, and a password within DATABASE_URL, must not appear on a screen or in a log. */
function shown(name: string, value: string | undefined): string {
  const isSecret = HIDDEN.includes(name)
  return isSecret || value === undefined ? '' : `，现在是“${value}”`
}
