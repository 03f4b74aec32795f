/** Where the copy goes, read from the environment: `DEPLOY_TO` and what belongs to its kind. */
import fs from 'node:fs'
import { z } from 'zod'
import type { S3Settings } from './s3-target.ts'
import type { SftpSettings } from './sftp-target.ts'

export type DeploySettings = ({ kind: 's3' } & S3Settings) | ({ kind: 'sftp' } & SftpSettings)

const SFTP_PORT = 22

const schema = z.object({
  DEPLOY_TO: z.string().optional(),
  DEPLOY_S3_ENDPOINT: z.url().optional(),
  DEPLOY_S3_REGION: z.string().default('us-east-1'),
  DEPLOY_S3_ACCESS_KEY: z.string().default(''),
  DEPLOY_S3_SECRET_KEY: z.string().default(''),
  DEPLOY_S3_PATH_STYLE: z.enum(['true', 'false']).default('false'),
  DEPLOY_SSH_KEY_FILE: z.string().optional(),
  DEPLOY_SSH_PASSWORD: z.string().optional(),
  DEPLOY_SSH_HOST_KEY: z.string().default(''),
})

const withoutSlashes = (path: string) => path.replace(/^\/+|\/+$/g, '')

/** @returns null when nothing is to be copied anywhere @throws an Error naming the variable that is wrong */
export function readDeploySettings(source: NodeJS.ProcessEnv): DeploySettings | null {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const settings = schema.parse(given)
  if (settings.DEPLOY_TO === undefined) return null
  const url = new URL(settings.DEPLOY_TO)
  if (url.protocol === 's3:') {
    return {
      kind: 's3',
      bucket: url.hostname,
      prefix: withoutSlashes(decodeURIComponent(url.pathname)),
      endpoint: settings.DEPLOY_S3_ENDPOINT,
      region: settings.DEPLOY_S3_REGION,
      accessKeyId: settings.DEPLOY_S3_ACCESS_KEY,
      secretAccessKey: settings.DEPLOY_S3_SECRET_KEY,
      pathStyle: settings.DEPLOY_S3_PATH_STYLE === 'true',
    }
  }
  const { DEPLOY_SSH_KEY_FILE, DEPLOY_SSH_PASSWORD, DEPLOY_SSH_HOST_KEY } = settings
  return {
    kind: 'sftp',
    host: url.hostname,
    port: Number(url.port || SFTP_PORT),
    username: decodeURIComponent(url.username),
    folder: `/${withoutSlashes(decodeURIComponent(url.pathname))}`,
    privateKey: DEPLOY_SSH_KEY_FILE === undefined ? undefined : fs.readFileSync(DEPLOY_SSH_KEY_FILE, 'utf8'),
    password: DEPLOY_SSH_PASSWORD,
    hostKey: DEPLOY_SSH_HOST_KEY,
  }
}
