import path from 'node:path'
import { z } from 'zod'
import { type PreviewSettings, readPreviewSettings } from './preview/settings.ts'
import type { ReadingsSettings } from './readings/tell-readings.ts'

const schema = z.object({
  DATA_DIR: z.string().min(1),
  CMS_URL: z.url(),
  SITE_URL: z.url().default('http://localhost:4321'),
  HOST: z.string().min(1).default('::'),
  SITE_PORT: z.coerce.number().int().min(0).max(65535).default(4321),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type ServerSettings = {
  cmsUrl: string
  /** the public address of the portal */
  siteUrl: string
  host: string
  port: number
  logLevel: string
  liveDir: string
  /** without it there are no previews */
  preview?: PreviewSettings
  /** without it nobody is told how often pages are read, and what is wrong on them */
  readings?: ReadingsSettings
}

/** @throws ZodError naming the variable that is wrong */
export function readSettings(source: NodeJS.ProcessEnv): ServerSettings {
  const settings = schema.parse(source)
  const preview = readPreviewSettings(source)
  return {
    cmsUrl: settings.CMS_URL,
    siteUrl: settings.SITE_URL,
    host: settings.HOST,
    port: settings.SITE_PORT,
    logLevel: settings.LOG_LEVEL,
    liveDir: path.resolve(settings.DATA_DIR, 'site', 'live'),
    preview,
    readings: { cmsUrl: settings.CMS_URL, publicationToken: preview.publicationToken },
  }
}
