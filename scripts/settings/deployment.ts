/** Settings of the copy of the live tree: `DEPLOY_TO` decides which of the others are needed. */
import fs from 'node:fs'
import { z } from 'zod'

const FORM = '应为 s3://存储桶/前缀 或 sftp://用户名@主机/目录'
const isTarget = (value: string) => /^s3:\/\/[^/]/.test(value) || /^sftp:\/\/[^/@]+@[^/]/.test(value)

export const deploymentShape = {
  DEPLOY_TO: z
    .url({ error: FORM })
    .refine(isTarget, FORM)
    .refine((value) => URL.parse(value)?.password === '', '里不能有密码，请写在 DEPLOY_SSH_PASSWORD')
    .optional(),
  DEPLOY_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: '应为以 http:// 或 https:// 开头的网址' }).optional(),
  DEPLOY_S3_REGION: z.string().optional(),
  DEPLOY_S3_ACCESS_KEY: z.string().optional(),
  DEPLOY_S3_SECRET_KEY: z.string().optional(),
  DEPLOY_S3_PATH_STYLE: z.enum(['true', 'false'], { error: '应为 true、false 之一' }).optional(),
  DEPLOY_SSH_KEY_FILE: z
    .string()
    .refine((file) => fs.existsSync(file), '找不到这个文件')
    .optional(),
  DEPLOY_SSH_PASSWORD: z.string().optional(),
  DEPLOY_SSH_HOST_KEY: z
    .string()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, '应为 SHA256: 开头的指纹，在目标主机上用 ssh-keygen -lf 查看')
    .optional(),
}

/** Must not appear on a screen or in a log. */
export const DEPLOYMENT_SECRETS = ['DEPLOY_S3_SECRET_KEY', 'DEPLOY_SSH_PASSWORD'] as const

type Given = Partial<Record<keyof typeof deploymentShape, string | undefined>>

/** @returns the setting that is missing and why it is needed, or null */
export function missingForDeployment(given: Given): { name: keyof Given; reason: string } | null {
  if (given.DEPLOY_TO === undefined) return null
  if (given.DEPLOY_TO.startsWith('s3:')) {
    if (!given.DEPLOY_S3_ACCESS_KEY) return { name: 'DEPLOY_S3_ACCESS_KEY', reason: '要写，DEPLOY_TO 指向存储桶' }
    if (!given.DEPLOY_S3_SECRET_KEY) return { name: 'DEPLOY_S3_SECRET_KEY', reason: '要写，DEPLOY_TO 指向存储桶' }
    return null
  }
  if (!given.DEPLOY_SSH_HOST_KEY) return { name: 'DEPLOY_SSH_HOST_KEY', reason: '要写，否则无法确认对方主机的身份' }
  if (given.DEPLOY_SSH_KEY_FILE || given.DEPLOY_SSH_PASSWORD) return null
  return { name: 'DEPLOY_SSH_KEY_FILE', reason: '与 DEPLOY_SSH_PASSWORD 要写一个，否则登录不了目标主机' }
}
