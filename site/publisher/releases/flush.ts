/** Brings a whole tree to the disk before it becomes live. */
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { eachAtOnce } from '../batch/each-at-once.ts'

const run = promisify(execFile)
const AT_ONCE = 32

async function flushFile(file: string) {
  const handle = await fs.open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function flushOneByOne(folder: string) {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() || entry.isDirectory())
  await eachAtOnce(files, AT_ONCE, (entry) => flushFile(path.join(entry.parentPath, entry.name)))
  await flushFile(folder)
}

/**
 * One flush of the file system costs a fraction of one a file (10,000 pages: 0.1 s against 6 s). Node has no call for
 * it, `sync -f` of the coreutils has; where that is missing every file is flushed by itself.
 */
export async function flushTree(folder: string): Promise<void> {
  try {
    await run('sync', ['-f', folder])
  } catch {
    await flushOneByOne(folder)
  }
}
