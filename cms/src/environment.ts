/** Everything the CMS takes from its environment, checked once; `npm start` fills it in. */
import path from 'node:path'
import { z } from 'zod'
import { paymentShape } from './payments/settings/shape'

const secret = z.string().min(16)
const collegeUrl = z
  .url()
  .regex(/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/])/, 'must start with https://')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATA_DIR: z
    .string()
    .min(1)
    .default(path.resolve(process.cwd(), '..', 'data')),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  HOST: z.string().min(1).default('0.0.0.0'),
  CMS_PORT: z.coerce.number().int().min(1).max(65535).default(1337),
  SITE_URL: z.url().default('http://localhost:4321'),
  CMS_PUBLIC_URL: z.url().optional(),
  APP_KEYS: secret,
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  JWT_SECRET: secret,
  ENCRYPTION_KEY: secret,
  PUBLICATION_TOKEN: secret,
  PREVIEW_SECRET: secret,
  SEALING_KEY: secret,
  SEALING_KEYS_FORMER: z
    .string()
    .default('')
    .transform((keys) =>
      keys
        .split(',')
        .map((key) => key.trim())
        .filter(Boolean),
    ),
  AUDIT_KEEP_MONTHS: z.coerce.number().int().min(6).max(120).default(12),
  PICTURE_AVIF: z.enum(['on', 'off']).default('on'),
  VERSIONS_ALL_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  VERSIONS_DAILY_DAYS: z.coerce.number().int().min(1).max(3650).default(365),
  REPORTS_KEPT_DAYS: z.coerce.number().int().min(1).max(3650).default(180),
  DESK_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(30),
  LINK_CHECK: z.enum(['on', 'off']).default('on'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  ...paymentShape,
  // the college's log-in; http:// for a server on this machine alone
  OIDC_ISSUER: collegeUrl.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NUMBER_CLAIM: z.string().min(1).default('preferred_username'),
  OIDC_SCOPE: z.string().min(1).default('openid profile'),
  OIDC_NAME: z.string().min(1).default('统一身份认证'),
  CAS_URL: collegeUrl.optional(),
  CAS_VERSION: z.enum(['2', '3']).default('3'),
  CAS_NUMBER_ATTRIBUTE: z.string().min(1).optional(),
  CAS_NAME: z.string().min(1).default('统一身份认证'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Environment = z.infer<typeof schema>

/** @throws one sentence that names the variable that is wrong */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(filled)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(`Setting ${issue.path.join('.')} is wrong: ${issue.message}`)
}

/** Where SQLite keeps everything; unused with PostgreSQL. */
export const sqliteFile = ({ DATA_DIR }: Pick<Environment, 'DATA_DIR'>): string => path.join(DATA_DIR, 'cms.sqlite')
