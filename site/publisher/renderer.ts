/** The compiled app (`astro build`): from an address to the bytes of its page. */
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type RenderPool, startRenderPool } from './render-pool.ts'
import { warmUpAddresses } from './warm-up.ts'

export type RenderedPage = {
  status: number
  contentType: string
  body: Uint8Array
  reads: string[]
  /** UTC instant at which the page changes by the clock alone; null: never */
  staleAt: string | null
}
export type Render = (address: string) => Promise<RenderedPage>
export type Renderer = RenderPool & {
  clientDir: string
  buildId: string
}

export type RendererSettings = {
  readModelPath: string
  /** part of the build's identity: it stands in feeds and canonical links */
  siteUrl: string
  /** likewise; empty: none */
  websubHub?: string
  /** what `astro build` wrote */
  appDir: string
  renderThreads: number
  renderLimitMs: number
}

const THREAD_MEMORY_MB = 160
async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const files = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()) {
    hash.update(path.relative(folder, file)).update(await fs.readFile(file))
  }
  return hash.digest('base64url')
}

/** @throws RenderProblem when the app has not been compiled or does not load */
export async function loadRenderer(settings: RendererSettings): Promise<Renderer> {
  const { appDir, readModelPath, siteUrl, renderThreads, renderLimitMs } = settings
  const pool = await startRenderPool(
    {
      entry: pathToFileURL(path.join(appDir, 'server', 'entry.mjs')).href,
      readModelPath,
      siteUrl,
      pageLimitMs: renderLimitMs,
      memoryMb: THREAD_MEMORY_MB,
      threads: renderThreads,
    },
    warmUpAddresses(readModelPath),
  )
  const buildId = createHash('sha256')
    .update(await fingerprint(appDir))
    .update(siteUrl)
    .update(settings.websubHub ?? '')
    .digest('base64url')
  return { ...pool, clientDir: path.join(appDir, 'client'), buildId }
}
