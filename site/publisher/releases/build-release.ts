/** A whole tree: rendered on all cores into a folder of its own while the site stays up, then made live in one step. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Logger } from 'pino'
import { allAddresses } from '../../src/content/addresses.ts'
import { eachAtOnce } from '../batch/each-at-once.ts'
import { quarantineOwner } from '../batch/quarantine.ts'
import { linkCards } from '../cards/folder.ts'
import { type Journal, OUTDATED } from '../journal.ts'
import { fileOf } from '../live-tree.ts'
import type { Placed, PlaceMedia } from '../media/place.ts'
import type { Renderer } from '../renderer.ts'
import { carryAssets, hashAssets, linkOrCopy, listFiles } from './assets.ts'
import { writeFileList } from './file-list.ts'
import { flushTree } from './flush.ts'
import { keepReleases } from './keep-releases.ts'
import { liveName, releaseDir, releaseNameOf, switchTo } from './layout.ts'
import { type Manifest, type ReleaseReason, readManifest, writeManifest } from './manifest.ts'
import { type NextPages, openNextPages } from './next-pages.ts'
import { type RebuildProgress, trackProgress } from './progress.ts'
import { renderTree } from './render-tree.ts'

/** beside the pages there are the journal and the database */
const SPARE_BYTES = 64 * 1024 ** 2
const MEDIA_AT_ONCE = 16

export type ReleaseContext = {
  database: DatabaseSync
  journal: Journal
  renderer: Omit<Renderer, 'close' | 'render'>
  siteDir: string
  placeMedia: PlaceMedia
  logger: Logger
  signal: AbortSignal
  now: () => Date
  /** why, where it is not the journal that knows: an operator asked */
  reason?: ReleaseReason
  onProgress?: (progress: RebuildProgress) => void
}

type Build = ReleaseContext & {
  name: string
  root: string
  old: Manifest | null
  oldRoot: string | null
  startedAt: Date
  reason: ReleaseReason
}

function reasonOf({ journal, reason }: ReleaseContext, live: string | null): ReleaseReason {
  if (reason) return reason
  if (live === null) return 'first'
  return journal.get('build') === OUTDATED ? 'settings' : 'code'
}

/** Found out before, rather than with a full disk. */
async function checkSpace({ siteDir, old }: Build) {
  const { bavail, bsize } = await fs.statfs(siteDir)
  const wanted = (old?.bytes ?? 0) + SPARE_BYTES
  if (bavail * bsize >= wanted) return
  throw Object.assign(new Error(`a release needs ${wanted} bytes of disk, ${bavail * bsize} are free`), {
    code: 'ENOSPC',
  })
}

/** A page that fails does not hold the release up: its old version is taken over where there is one. */
const takeOverOld = ({ oldRoot, root }: Build, address: string): Promise<boolean> =>
  oldRoot === null
    ? Promise.resolve(false)
    : linkOrCopy(path.join(oldRoot, fileOf(address)), path.join(root, fileOf(address))).then(
        () => true,
        () => false,
      )

async function renderPages(build: Build, next: NextPages) {
  const { database, journal, logger, reason, renderer, root, signal, startedAt } = build
  const addresses = new Set(allAddresses(database))
  const progress = trackProgress(
    journal,
    { total: addresses.size, startedAt, reason },
    build.onProgress ?? (() => undefined),
  )
  const totals = { pages: 0, bytes: 0 }
  try {
    await renderTree(
      renderer,
      root,
      addresses,
      {
        written: (pages) => {
          next.add(pages)
          totals.pages += pages.length
          for (const { bytes } of pages) totals.bytes += bytes
        },
        failed: async (address, code, failure) => {
          const oldStands = await takeOverOld(build, address)
          logger.error(
            { address, code, reason: failure.message, oldStands },
            'page could not be rendered into the release',
          )
          next.addFailed({ address, code, reason: failure.message, oldStands })
        },
        settled: progress.settled,
      },
      signal,
    )
  } finally {
    progress.end()
  }
  return totals
}

/** New documents whose own page cannot be made would be linked to in vain; answers whether there were any. */
function leaveOut({ database, journal, logger }: Build, next: NextPages): boolean {
  const isNew = next.failed().filter(({ oldStands }) => !oldStands)
  const left = isNew.filter((page) => quarantineOwner({ database, journal }, { ...page, state: 'failed', isNew: true }))
  for (const { address, reason } of left)
    logger.error({ address, reason }, 'document left out: its own page cannot be made')
  return left.length > 0
}

/** Rendered once more, where documents had to be left out. */
async function renderSound(build: Build, next: NextPages) {
  for (;;) {
    await fs.mkdir(build.root, { recursive: true })
    await fs.cp(build.renderer.clientDir, build.root, { recursive: true })
    await linkCards(build.root)
    const totals = await renderPages(build, next)
    if (!leaveOut(build, next)) return totals
    next.clear()
    await fs.rm(build.root, { recursive: true })
  }
}

async function placeAll({ placeMedia, root }: Build, names: readonly string[]): Promise<Map<string, Placed>> {
  const placed = new Map<string, Placed>()
  await eachAtOnce(names, MEDIA_AT_ONCE, async (name) => void placed.set(name, await placeMedia(root, name)))
  return placed
}

async function makeLive(build: Build, next: NextPages, totals: { pages: number; bytes: number }): Promise<Manifest> {
  const { database, journal, name, old, oldRoot, reason, renderer, root, siteDir, startedAt } = build
  const retiredAssets = oldRoot === null ? {} : await carryAssets(oldRoot, root, old?.retiredAssets ?? {}, startedAt)
  const placed = await placeAll(build, next.media())
  const assets = await hashAssets(root, [...(await listFiles(renderer.clientDir)), ...Object.keys(retiredAssets)])
  await flushTree(root)
  const now = build.now().toISOString()
  const sequence = Number(journal.get('cursor') ?? 0)
  const manifest: Manifest = {
    ...{ name, reason, buildId: renderer.buildId, startedAt: startedAt.toISOString(), liveAt: now, supersededAt: null },
    ...{ sequence, ...totals, failed: next.failed().length, assets, retiredAssets },
  }
  await writeManifest(siteDir, manifest)
  if (old) {
    await writeFileList(siteDir, old.name, database)
    await writeManifest(siteDir, { ...old, supersededAt: now, sequence })
  }
  next.takeOver(journal, placed, { build: renderer.buildId, release: name, pinned: '' }, build.now())
  await switchTo(siteDir, name)
  return manifest
}

/**
 * Until the switch everything is as if it had not begun; after a crash `finishSwitch` knows which side of it we are on.
 * @throws what stops all pages: the disk, the app that does not load, `signal`
 */
export async function buildRelease(context: ReleaseContext): Promise<Manifest> {
  const { database, logger, siteDir } = context
  const startedAt = context.now()
  const name = releaseNameOf(startedAt)
  const root = releaseDir(siteDir, name)
  const live = await liveName(siteDir)
  const build: Build = {
    ...{ ...context, name, root, startedAt },
    reason: reasonOf(context, live),
    old: live === null ? null : await readManifest(siteDir, live),
    oldRoot: live === null ? null : releaseDir(siteDir, live),
  }
  const next = openNextPages(database)
  try {
    await checkSpace(build)
    const totals = await renderSound(build, next)
    const manifest = await makeLive(build, next, totals)
    await keepReleases(siteDir, name, context.now())
    logger.info(
      { release: name, pages: totals.pages, failed: manifest.failed, reason: manifest.reason },
      'release is live',
    )
    return manifest
  } catch (error) {
    if ((await liveName(siteDir)) !== name) await fs.rm(root, { recursive: true, force: true }).catch(() => undefined)
    throw error
  } finally {
    next.close()
  }
}
