import path from 'node:path'
import { z } from 'zod'

const RENDER_LIMIT_MS = 10_000

const schema = z.object({
  DATA_DIR: z.string().min(1),
  CMS_URL: z.url(),
  CMS_PORT: z.coerce.number().int().default(1337),
  CMS_PUBLIC_URL: z.url().optional(),
  SITE_URL: z.url().optional(),
  PUBLICATION_TOKEN: z.string().min(16),
  PREVIEW_SECRET: z.string().min(16),
})

export type PreviewSettings = {
  cmsUrl: string
  publicationToken: string
  previewSecret: string
  /** the desk may be opened at any of these, and may frame a preview */
  deskOrigins: string[]
  readModelPath: string
  /** the compiled app and its assets */
  distDir: string
  /** how long a page may take */
  limitMs: number
}

/** Without an address of its own, the desk is on the portal's machine, on its own port. */
function deskOriginsOf({ CMS_PUBLIC_URL, SITE_URL, CMS_PORT }: z.infer<typeof schema>): string[] {
  if (CMS_PUBLIC_URL) return [new URL(CMS_PUBLIC_URL).origin]
  const hosts = new Set(['localhost', '127.0.0.1', ...(SITE_URL ? [new URL(SITE_URL).hostname] : [])])
  return [...hosts].map((host) => `http://${host}:${CMS_PORT}`)
}

/** @throws ZodError naming the variable that is wrong */
export function readPreviewSettings(source: NodeJS.ProcessEnv): PreviewSettings {
  const settings = schema.parse(source)
  return {
    cmsUrl: settings.CMS_URL,
    publicationToken: settings.PUBLICATION_TOKEN,
    previewSecret: settings.PREVIEW_SECRET,
    deskOrigins: deskOriginsOf(settings),
    readModelPath: path.resolve(settings.DATA_DIR, 'site', 'read-model.sqlite'),
    distDir: path.resolve(import.meta.dirname, '..', '..', 'dist'),
    limitMs: RENDER_LIMIT_MS,
  }
}
