import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { pushDatabaseFile } from '../push/settings.ts'

/** more would wait for the disk, and each takes memory of its own */
const MOST_THREADS = 4

const schema = z.object({
  DATA_DIR: z.string().min(1),
  CMS_URL: z.url(),
  PUBLICATION_TOKEN: z.string().min(16),
  SITE_URL: z.string().default(''),
  WEBSUB_HUB: z.string().default(''),
  APP_DIR: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  RENDER_THREADS: z.coerce.number().int().min(1).max(MOST_THREADS).optional(),
  RENDER_LIMIT_S: z.coerce.number().positive().default(10),
})

export type PublisherSettings = {
  cmsUrl: string
  token: string
  siteUrl: string
  /** told of changed feeds; empty: nobody is */
  websubHub: string
  logLevel: string
  /** everything of the site's that lives in DATA_DIR */
  siteDir: string
  readModelPath: string
  /** who is told of new posts */
  pushFile: string
  /** what `astro build` wrote */
  appDir: string
  /** where the CMS keeps what people uploaded */
  uploadsDir: string
  renderThreads: number
  /** how long one page may take */
  renderLimitMs: number
}

/** @throws ZodError naming the variable that is wrong */
export function readSettings(source: NodeJS.ProcessEnv): PublisherSettings {
  const settings = schema.parse(source)
  const siteDir = path.resolve(settings.DATA_DIR, 'site')
  return {
    cmsUrl: settings.CMS_URL,
    token: settings.PUBLICATION_TOKEN,
    siteUrl: settings.SITE_URL,
    websubHub: settings.WEBSUB_HUB,
    logLevel: settings.LOG_LEVEL,
    siteDir,
    readModelPath: path.join(siteDir, 'read-model.sqlite'),
    pushFile: pushDatabaseFile(settings.DATA_DIR),
    appDir: settings.APP_DIR ?? path.resolve(import.meta.dirname, '..', 'dist'),
    uploadsDir: path.resolve(settings.DATA_DIR, 'public', 'uploads'),
    renderThreads: settings.RENDER_THREADS ?? Math.min(os.availableParallelism(), MOST_THREADS),
    renderLimitMs: settings.RENDER_LIMIT_S * 1000,
  }
}
