/** Whole trees: rendered into a folder of their own, then made live by switching one symbolic link. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Logger } from 'pino'
import { allAddresses } from '../src/content/addresses.ts'
import { inTransaction, type Journal } from './journal.ts'
import { fileOf, hashOf, writePage } from './live-tree.ts'
import type { Renderer } from './renderer.ts'

const KEPT_RELEASES = 5
const PROGRESS_EVERY = 1000

const releasesDir = (siteDir: string) => path.join(siteDir, 'releases')
export const liveLink = (siteDir: string) => path.join(siteDir, 'live')

/** The release that is live now, or null before the first. */
export async function liveRelease(siteDir: string): Promise<string | null> {
  return fs.realpath(liveLink(siteDir)).catch(() => null)
}

async function switchTo(siteDir: string, release: string) {
  const temporary = `${liveLink(siteDir)}.${process.pid}.tmp`
  await fs.rm(temporary, { force: true })
  await fs.symlink(path.relative(siteDir, release), temporary)
  await fs.rename(temporary, liveLink(siteDir))
}

async function removeOld(siteDir: string, live: string) {
  const names = (await fs.readdir(releasesDir(siteDir))).sort().reverse()
  const old = names.filter((name) => name !== path.basename(live)).slice(KEPT_RELEASES - 1)
  for (const name of old) await fs.rm(path.join(releasesDir(siteDir), name), { recursive: true, force: true })
}

type Context = {
  database: DatabaseSync
  journal: Journal
  renderer: Renderer
  siteDir: string
  logger: Logger
  now: Date
}

/** A page that fails does not hold the release up: its old version is taken over where there is one. */
async function takeOver(siteDir: string, release: string, address: string) {
  const old = path.join(liveLink(siteDir), fileOf(address))
  const file = path.join(release, fileOf(address))
  await fs.mkdir(path.dirname(file), { recursive: true })
  await fs.copyFile(old, file).catch(() => undefined)
}

/** Renders every page into a new release and makes it live; answers how many pages it has. */
export async function buildRelease(context: Context): Promise<number> {
  const { database, journal, renderer, siteDir, logger, now } = context
  const release = path.join(releasesDir(siteDir), now.toISOString().replaceAll(/[:.]/g, '-'))
  await fs.mkdir(release, { recursive: true })
  await fs.cp(renderer.clientDir, release, { recursive: true })
  journal.set('build', 'unfinished')
  inTransaction(database, () => journal.forgetPages())
  let count = 0
  for (const address of new Set(allAddresses(database))) {
    try {
      const page = await renderer.render(address)
      if (page.status === 404 && address !== '/404/') continue
      await writePage(release, address, page.body)
      inTransaction(database, () => journal.finishPage(address, hashOf(page.body), page.reads))
    } catch (error) {
      logger.error({ err: error, address }, 'page could not be rendered into the release')
      await takeOver(siteDir, release, address)
      journal.addPending(address)
      journal.failPending(address, error instanceof Error ? error.message : String(error))
    }
    count += 1
    if (count % PROGRESS_EVERY === 0) logger.info({ pages: count }, 'rendering a release')
  }
  await switchTo(siteDir, release)
  journal.set('build', renderer.buildId)
  await removeOld(siteDir, release)
  logger.info({ release: path.basename(release), pages: count }, 'release is live')
  return count
}
