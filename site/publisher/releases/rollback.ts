/** Going back to a release that was live before. From then on it is pinned: nothing is published until a rebuild. */
import fs from 'node:fs/promises'
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import type { Journal } from '../journal.ts'
import { carryAssets, hashAssets, type RetiredAssets } from './assets.ts'
import { readFileList, writeFileList } from './file-list.ts'
import { keepReleases } from './keep-releases.ts'
import { liveName, releaseDir, switchTo } from './layout.ts'
import { type Manifest, readManifest, writeManifest } from './manifest.ts'

/** The release that an operator went back to; null while publishing goes on. */
export const pinnedRelease = (journal: Pick<Journal, 'get'>): string | null => journal.get('pinned') || null

export type RollbackRefusal = { refused: 'UNKNOWN_RELEASE' | 'ALREADY_LIVE' }

type Context = { database: DatabaseSync; journal: Journal; siteDir: string; now: () => Date }

/** What stood in the release when it was superseded is what the journal says from now on. */
async function loadFiles({ database, journal, now, siteDir }: Context, target: Manifest) {
  const files = await Array.fromAsync(readFileList(siteDir, target.name))
  const at = now().toISOString()
  inTransaction(database, () => {
    journal.forgetPages()
    for (const file of files)
      if ('upload' in file) journal.mediaStands(file.upload, file.bytes)
      else journal.finishPage({ ...file, reads: [], staleAt: null }, at)
    journal.set('build', target.buildId)
    journal.set('release', target.name)
    journal.set('pinned', target.name)
  })
}

/** Pages of the release that is left may be open somewhere: its hashed files come along. */
async function withCarried(root: string, { assets, retiredAssets }: Manifest, carried: RetiredAssets) {
  const hashes = await hashAssets(root, Object.keys(carried))
  return { assets: { ...assets, ...hashes }, retiredAssets: { ...retiredAssets, ...carried } }
}

/** @returns the manifest of the release that is live now, or why not */
export async function rollBack(context: Context, name: string): Promise<Manifest | RollbackRefusal> {
  const { database, journal, now, siteDir } = context
  const live = await liveName(siteDir)
  if (name === live) return { refused: 'ALREADY_LIVE' }
  const target = await readManifest(siteDir, name)
  const stands = await fs.stat(releaseDir(siteDir, name)).catch(() => null)
  if (!target || !stands) return { refused: 'UNKNOWN_RELEASE' }
  const current = live === null ? null : await readManifest(siteDir, live)
  if (current) {
    await writeFileList(siteDir, current.name, database)
    const sequence = Number(journal.get('cursor') ?? 0)
    await writeManifest(siteDir, { ...current, supersededAt: now().toISOString(), sequence })
  }
  const root = releaseDir(siteDir, name)
  const retiredAssets =
    live === null
      ? target.retiredAssets
      : await carryAssets(releaseDir(siteDir, live), root, current?.retiredAssets ?? {}, now())
  await loadFiles(context, target)
  await switchTo(siteDir, name)
  const manifest = { ...target, supersededAt: null, ...(await withCarried(root, target, retiredAssets)) }
  await writeManifest(siteDir, manifest)
  await keepReleases(siteDir, name, now())
  return manifest
}
