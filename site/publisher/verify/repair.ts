/** Puts right what a check of the tree has found. Pages are rendered by the next batch, the rest is done here. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../sqlite/in-transaction.ts'
import { moveInto, type Staging } from '../batch/staging.ts'
import type { Journal } from '../journal.ts'
import { hashOf, removeFile } from '../live-tree.ts'
import type { PlaceMedia } from '../media/place.ts'
import { liveRelease, releaseDir } from '../releases/layout.ts'
import { listReleases, readManifest } from '../releases/manifest.ts'
import type { Task } from '../requests/table.ts'

const UPLOADS = 'uploads/'

type Context = {
  database: DatabaseSync
  journal: Journal
  siteDir: string
  clientDir: string
  staging: Staging
  placeMedia: PlaceMedia
}

const staysBelow = (root: string, file: string) => !path.relative(root, path.join(root, file)).startsWith('..')

/** The bytes that the file should have, from the build or from a release that has them. */
async function soundBytes({ siteDir, clientDir }: Context, file: string, hash: string): Promise<Buffer | null> {
  const releases = await listReleases(siteDir)
  for (const folder of [clientDir, ...releases.map(({ name }) => releaseDir(siteDir, name))]) {
    const bytes = await fs.readFile(path.join(folder, file)).catch(() => null)
    if (bytes && hashOf(bytes) === hash) return bytes
  }
  return null
}

async function putBackAsset(context: Context, root: string, file: string, hash: string): Promise<boolean> {
  const bytes = await soundBytes(context, file, hash)
  if (!bytes) return false
  await moveInto(await context.staging.write(bytes), path.join(root, file))
  return true
}

async function putBackUpload({ placeMedia }: Context, root: string, file: string): Promise<boolean> {
  // placing leaves alone what looks the same from outside
  await fs.rm(path.join(root, file), { force: true })
  const { state } = await placeMedia(root, file.slice(UPLOADS.length))
  return state === 'placed'
}

/** @returns how much was put right at once or will be by the next batch, and what could not be */
export async function repair(context: Context, { addresses, extra, files }: Extract<Task, { kind: 'repair' }>) {
  const { database, journal, siteDir } = context
  const root = await liveRelease(siteDir)
  const manifest = root === null ? null : await readManifest(siteDir, path.basename(root))
  if (root === null || !manifest) throw new Error('there is no release to repair')
  inTransaction(database, () => {
    for (const address of addresses) journal.addPending(address)
    journal.doubtPending()
  })
  let failed = 0
  for (const file of files) {
    const hash = manifest.assets[file]
    const isBack = hash ? await putBackAsset(context, root, file, hash) : await putBackUpload(context, root, file)
    if (!isBack) failed += 1
  }
  for (const file of extra) if (staysBelow(root, file)) await removeFile(root, file)
  return { release: manifest.name, pages: addresses.length, failed }
}
