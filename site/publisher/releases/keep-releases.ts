/** Which releases stay on the disk: the last five that were live. What was interrupted goes. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { releasesDir } from './layout.ts'
import { listReleases, type Manifest, writeManifest } from './manifest.ts'

const KEPT_RELEASES = 5

async function removeRelease(siteDir: string, name: string) {
  const folder = releasesDir(siteDir)
  // the manifest first: without it half a folder is no release
  for (const file of [`${name}.json`, `${name}.files`]) await fs.rm(path.join(folder, file), { force: true })
  await fs.rm(path.join(folder, name), { recursive: true, force: true })
}

/** Folders and files of no release: a rebuild that was interrupted. */
async function removeUnfinished(siteDir: string, releases: Manifest[], live: string | null) {
  const known = new Set([...releases.map(({ name }) => name), live])
  const entries = await fs.readdir(releasesDir(siteDir)).catch(() => [])
  const strange = entries.filter((entry) => !known.has(entry.replace(/\.(?:json|files)(?:\.tmp)?$/, '')))
  for (const entry of strange) await fs.rm(path.join(releasesDir(siteDir), entry), { recursive: true, force: true })
}

/**
 * Brings the folder in order, whatever was interrupted.
 * @param live name of the release that the journal describes
 */
export async function keepReleases(siteDir: string, live: string | null, now: Date): Promise<void> {
  const all = await listReleases(siteDir)
  const neverLive = all.filter(({ name, supersededAt }) => supersededAt === null && (live === null || name > live))
  const releases = all.filter((release) => !neverLive.includes(release))
  await removeUnfinished(siteDir, releases, live)
  for (const release of releases) {
    const supersededAt = release.name === live ? null : (release.supersededAt ?? now.toISOString())
    if (supersededAt !== release.supersededAt) await writeManifest(siteDir, { ...release, supersededAt })
  }
  const others = releases.filter(({ name }) => name !== live)
  for (const { name } of others.slice(KEPT_RELEASES - 1)) await removeRelease(siteDir, name)
}
