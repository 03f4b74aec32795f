/** At the start: brings link, journal and folders together, wherever the last process was stopped. */
import fs from 'node:fs/promises'
import type { Journal } from '../journal.ts'
import { removeDueAssets } from './assets.ts'
import { keepReleases } from './keep-releases.ts'
import { liveName, releaseDir, switchTo } from './layout.ts'
import { readManifest, writeManifest } from './manifest.ts'

/** The journal is the truth: it changes in one transaction when a release is complete on the disk, the link follows. */
async function followJournal(siteDir: string, journal: Pick<Journal, 'get'>): Promise<string | null> {
  const live = await liveName(siteDir)
  const meant = journal.get('release')
  if (!meant || meant === live) return live
  const stands = await fs.stat(releaseDir(siteDir, meant)).catch(() => null)
  if (!stands) return live
  await switchTo(siteDir, meant)
  return meant
}

export async function retireAssets(siteDir: string, now: Date): Promise<void> {
  const live = await liveName(siteDir)
  const manifest = live === null ? null : await readManifest(siteDir, live)
  if (!manifest) return
  const retiredAssets = await removeDueAssets(releaseDir(siteDir, manifest.name), manifest.retiredAssets, now)
  if (Object.keys(retiredAssets).length === Object.keys(manifest.retiredAssets).length) return
  const isLeft = ([file]: [string, string]) => !(file in manifest.retiredAssets) || file in retiredAssets
  const assets = Object.fromEntries(Object.entries(manifest.assets).filter(isLeft))
  await writeManifest(siteDir, { ...manifest, assets, retiredAssets })
}

export async function finishSwitch(siteDir: string, journal: Pick<Journal, 'get' | 'set'>, now: Date): Promise<void> {
  journal.set('rebuild', '')
  const live = await followJournal(siteDir, journal)
  await keepReleases(siteDir, live, now)
  await retireAssets(siteDir, now)
}
