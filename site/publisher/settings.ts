import path from 'node:path'
import { z } from 'zod'

const schema = z.object({
  DATA_DIR: z.string().min(1),
  CMS_URL: z.url(),
  PUBLICATION_TOKEN: z.string().min(16),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type PublisherSettings = {
  cmsUrl: string
  token: string
  logLevel: string
  /** everything of the site's that lives in DATA_DIR */
  siteDir: string
  readModelPath: string
}

/** @throws ZodError naming the variable that is wrong */
export function readSettings(source: NodeJS.ProcessEnv): PublisherSettings {
  const settings = schema.parse(source)
  const siteDir = path.resolve(settings.DATA_DIR, 'site')
  return {
    cmsUrl: settings.CMS_URL,
    token: settings.PUBLICATION_TOKEN,
    logLevel: settings.LOG_LEVEL,
    siteDir,
    readModelPath: path.join(siteDir, 'read-model.sqlite'),
  }
}
