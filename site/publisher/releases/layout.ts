/** Where releases stand: each a folder of its own, and one symbolic link to the one that is live. */
import fs from 'node:fs/promises'
import path from 'node:path'

export const releasesDir = (siteDir: string) => path.join(siteDir, 'releases')
export const releaseDir = (siteDir: string, name: string) => path.join(releasesDir(siteDir), name)
export const liveLink = (siteDir: string) => path.join(siteDir, 'live')

/** Names sort by time. */
export const releaseNameOf = (now: Date) => now.toISOString().replaceAll(/[:.]/g, '-')

/** The folder that is live now, or null before the first. */
export async function liveRelease(siteDir: string): Promise<string | null> {
  return fs.realpath(liveLink(siteDir)).catch(() => null)
}

export async function liveName(siteDir: string): Promise<string | null> {
  const live = await liveRelease(siteDir)
  return live === null ? null : path.basename(live)
}

async function syncFolder(folder: string) {
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** One step for every reader: who asks gets a page of the old tree or of the new one. */
export async function switchTo(siteDir: string, name: string): Promise<void> {
  const temporary = `${liveLink(siteDir)}.${process.pid}.tmp`
  await fs.rm(temporary, { force: true })
  await fs.symlink(path.join('releases', name), temporary)
  await fs.rename(temporary, liveLink(siteDir))
  await syncFolder(siteDir)
}
