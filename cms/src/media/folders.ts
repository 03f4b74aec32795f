/** Where files stand. Everything is in one file system, so that a finished file takes its place by renaming. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { readEnvironment } from '../environment'

const dataDir = () => readEnvironment().DATA_DIR

export const uploadsDir = () => path.join(dataDir(), 'public', 'uploads')
/** as they came, with all they say about place and camera; no address leads here */
export const originalsDir = () => path.join(dataDir(), 'originals')
/** what is being received or made */
export const workDir = () => path.join(dataDir(), 'tmp')

const LEFT_BEHIND_AFTER_MS = 24 * 60 * 60 * 1000

/** What a killed process left; a younger file may be another process's work. */
export async function prepareWorkFolder(now: Date) {
  await fs.mkdir(workDir(), { recursive: true })
  for (const name of await fs.readdir(workDir())) {
    const entry = path.join(workDir(), name)
    const stat = await fs.stat(entry).catch(() => null)
    if (stat && stat.mtimeMs < now.getTime() - LEFT_BEHIND_AFTER_MS)
      await fs.rm(entry, { recursive: true, force: true })
  }
}

/** Runs the work with a folder of its own, which is gone afterwards. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await fs.mkdtemp(path.join(workDir(), 'media-'))
  try {
    return await work(folder)
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

async function writeThrough(file: string) {
  const handle = await fs.open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Readers see the whole file or none. */
export async function putInPlace(source: string, target: string) {
  await fs.mkdir(path.dirname(target), { recursive: true })
  const beside = `${target}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await fs.rename(source, beside).catch(() => fs.copyFile(source, beside))
    await writeThrough(beside)
    await fs.rename(beside, target)
  } finally {
    await fs.rm(beside, { force: true })
  }
}
