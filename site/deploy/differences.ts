/** Compares files of the live tree with what the target holds. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Inventory, Known } from './inventory.ts'

/** half-drawn cards have a folder of their own */
const TEMPORARY = /\.tmp$|^cards\/staging\//
const CARDS = 'cards'

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64url')
}

/** What the file is now when the target has something else; null when it has the same. */
export async function difference(inventory: Inventory, file: string, relative: string): Promise<Known | null> {
  const { size, mtimeMs } = await fs.stat(file)
  const known = inventory.get(relative)
  if (known?.size === size && known.mtimeMs === mtimeMs) return null
  const hash = await hashOfFile(file)
  if (known?.hash === hash) {
    inventory.put(relative, { hash, size, mtimeMs })
    return null
  }
  return { hash, size, mtimeMs }
}

/** Every file of the tree, relative to its root; temporary files are left out. */
export async function* filesOf(root: string, folder = ''): AsyncIterable<string> {
  for await (const entry of await fs.opendir(path.join(root, folder))) {
    const relative = folder ? `${folder}/${entry.name}` : entry.name
    // cards lie outside the releases, which share them by a link
    if (entry.isDirectory() || relative === CARDS) yield* filesOf(root, relative)
    else if (entry.isFile() && !TEMPORARY.test(relative)) yield relative
  }
}
