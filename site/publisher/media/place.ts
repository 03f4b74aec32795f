/** Puts uploads into the tree before the page that shows them; the tree then needs no CMS. */
import type { Stats } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { moveInto, type Staging } from '../batch/staging.ts'

/** The file systems differ, or do not know or allow hard links. */
const LINK_REFUSED = new Set(['EXDEV', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS'])

export const mediaFile = (name: string) => path.posix.join('uploads', name)

export type Placed = { name: string; bytes: number; state: 'placed' | 'stands' | 'missing' }

const statOf = (file: string): Promise<Stats | null> =>
  fs.stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })

/** A copy carries the time of its source, so that it is recognised. */
const isSame = (one: Stats, other: Stats) =>
  (one.ino === other.ino && one.dev === other.dev) ||
  (one.size === other.size && Math.abs(one.mtimeMs - other.mtimeMs) < 1)

async function writeThrough(file: string) {
  const handle = await fs.open(file, 'r')
  try {
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

async function linkOrCopy(source: string, temporary: string, { atime, mtime }: Stats) {
  try {
    await fs.link(source, temporary)
  } catch (error) {
    if (!LINK_REFUSED.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    await fs.copyFile(source, temporary)
    await fs.utimes(temporary, atime, mtime)
  }
  await writeThrough(temporary)
}

export function mediaPlacer({ uploadsDir, staging }: { uploadsDir: string; staging: Staging }) {
  /** @param root the tree; an upload that is gone stays in the tree where it stood */
  return async function place(root: string, name: string): Promise<Placed> {
    const source = path.join(uploadsDir, name)
    const target = path.join(root, mediaFile(name))
    const [wanted, standing] = await Promise.all([statOf(source), statOf(target)])
    if (!wanted?.isFile()) return { name, bytes: standing?.size ?? 0, state: standing ? 'stands' : 'missing' }
    if (standing && isSame(wanted, standing)) return { name, bytes: standing.size, state: 'stands' }
    const temporary = staging.temporary()
    try {
      await linkOrCopy(source, temporary, wanted)
      await moveInto(temporary, target)
    } finally {
      // renaming a link over a link of the same file leaves both
      await staging.discard(temporary)
    }
    return { name, bytes: wanted.size, state: 'placed' }
  }
}
export type PlaceMedia = ReturnType<typeof mediaPlacer>
