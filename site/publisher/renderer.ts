/** The compiled app (`astro build`): one function from an address to the bytes of its page. */
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export type RenderedPage = {
  status: number
  contentType: string
  body: Uint8Array
  reads: string[]
  /** UTC instant at which the page changes by the clock alone; null: never */
  staleAt: string | null
}
export type Render = (address: string) => Promise<RenderedPage>
export type Renderer = { render: Render; clientDir: string; buildId: string }

const distDir = path.resolve(import.meta.dirname, '..', 'dist')

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

/** @param siteUrl part of the build's identity: it stands in feeds and canonical links */
export async function loadRenderer(readModelPath: string, siteUrl: string): Promise<Renderer> {
  process.env.READ_MODEL = readModelPath
  const entry = pathToFileURL(path.join(distDir, 'server', 'entry.mjs')).href
  const { render } = (await import(entry)) as { render: Render }
  const buildId = createHash('sha256')
    .update(await fingerprint(distDir))
    .update(siteUrl)
    .digest('base64url')
  return { render, clientDir: path.join(distDir, 'client'), buildId }
}
