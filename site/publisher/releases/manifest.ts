/** What is known of a release, in a file beside its folder: when, why, how much. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { releasesDir } from './layout.ts'

/** `first`: there was none; `code`: another build or public address; `settings`: columns or site settings; `rebuild`: an operator asked. */
export const releaseReasons = ['first', 'code', 'settings', 'rebuild'] as const
export type ReleaseReason = (typeof releaseReasons)[number]

const instant = z.iso.datetime()

const manifestSchema = z.object({
  name: z.string().min(1),
  reason: z.enum(releaseReasons),
  buildId: z.string(),
  startedAt: instant,
  /** when it became live */
  liveAt: instant,
  /** when another took its place; null: it is live or was rolled back from */
  supersededAt: instant.nullable(),
  /** the last change that it holds: it went on growing until it was superseded */
  sequence: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  /** every file that is neither page nor upload, with the hash of its bytes */
  assets: z.record(z.string(), z.string()),
  /** files of former releases among them, and since when they are old */
  retiredAssets: z.record(z.string(), instant),
})
export type Manifest = z.infer<typeof manifestSchema>

const manifestFile = (siteDir: string, name: string) => path.join(releasesDir(siteDir), `${name}.json`)

export async function writeManifest(siteDir: string, manifest: Manifest): Promise<void> {
  const file = manifestFile(siteDir, manifest.name)
  const temporary = `${file}.tmp`
  await fs.writeFile(temporary, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  await fs.rename(temporary, file)
}

/** null where there is none, or none that we understand: such a release is not one to go back to. */
export async function readManifest(siteDir: string, name: string): Promise<Manifest | null> {
  try {
    return manifestSchema.parse(JSON.parse(await fs.readFile(manifestFile(siteDir, name), 'utf8')))
  } catch {
    return null
  }
}

/** Every finished release, the newest first. */
export async function listReleases(siteDir: string): Promise<Manifest[]> {
  const entries = await fs.readdir(releasesDir(siteDir), { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const manifests = await Promise.all(names.map((name) => readManifest(siteDir, name)))
  return manifests.filter((manifest) => manifest !== null).sort((a, b) => (a.name < b.name ? 1 : -1))
}
