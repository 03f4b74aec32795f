import path from 'node:path'
import { z } from 'zod'
import { type PushSettings, readPushSettings } from '../push/settings.ts'
import { type PreviewSettings, readPreviewSettings } from './preview/settings.ts'
import type { ReadingsSettings } from './readings/tell-readings.ts'
import type { SearchSettings } from './search/register-search.ts'

const SEARCH_LIMIT_MS = 10_000

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
  /** readers come by https alone, and so do those who work at the desk */
  httpsOnly?: boolean
  /** without it there are no previews */
  preview?: PreviewSettings
  /** without it nobody is told how often pages are read, and what is wrong on them */
  readings?: ReadingsSettings
  /** without it nothing can be searched */
  search?: SearchSettings
  /** without it no device is told of new posts */
  push?: PushSettings | null
}

/** A browser applies it to all ports of a host: a desk by plain http on the same host could not be opened any more. */
export function isHttpsOnly(siteUrl: string, deskOrigins: readonly string[]): boolean {
  const { protocol, hostname } = new URL(siteUrl)
  const isPlainDesk = (origin: string) => new URL(origin).hostname === hostname && origin.startsWith('http:')
  return protocol === 'https:' && !deskOrigins.some(isPlainDesk)
}

/** @throws ZodError naming the variable that is wrong */
export function readSettings(source: NodeJS.ProcessEnv): ServerSettings {
  const settings = schema.parse(source)
  const preview = readPreviewSettings(source)
  const liveDir = path.resolve(settings.DATA_DIR, 'site', 'live')
  return {
    cmsUrl: settings.CMS_URL,
    siteUrl: settings.SITE_URL,
    host: settings.HOST,
    port: settings.SITE_PORT,
    logLevel: settings.LOG_LEVEL,
    liveDir,
    httpsOnly: isHttpsOnly(settings.SITE_URL, preview.deskOrigins),
    preview,
    readings: { cmsUrl: settings.CMS_URL, publicationToken: preview.publicationToken },
    search: {
      liveDir,
      readModelPath: preview.readModelPath,
      indexPath: path.join(path.dirname(preview.readModelPath), 'search-index.sqlite'),
      distDir: preview.distDir,
      logLevel: settings.LOG_LEVEL,
      limitMs: SEARCH_LIMIT_MS,
    },
    push: readPushSettings(source),
  }
}
