/** The only moment at which the live tree changes: renames in strict order, removals last. */
import path from 'node:path'
import { fileOf, removeFile } from '../live-tree.ts'
import { mediaFile } from '../media/place.ts'
import type { GonePage, StagedPage } from './make-page.ts'
import { placeOf } from './order.ts'
import { moveInto, syncFolders } from './staging.ts'

/** Files of the tree, relative to it, in the order in which they came and went. */
export type TreeChange = { written: string[]; removed: string[] }

const byOrder = (one: StagedPage, other: StagedPage) =>
  Number(other.isNew) - Number(one.isNew) ||
  placeOf(one.address) - placeOf(other.address) ||
  (one.address < other.address ? -1 : 1)

/** Every folder from the file's own up to the tree's root: each may be new. */
function foldersAbove(file: string): string[] {
  const folder = path.posix.dirname(file)
  return folder === '.' ? ['.'] : [folder, ...foldersAbove(folder)]
}

export async function putInPlace(
  root: string,
  pages: readonly StagedPage[],
  gone: readonly GonePage[],
): Promise<TreeChange> {
  const media = pages.flatMap((page) => page.media.filter(({ state }) => state === 'placed'))
  const written = [...new Set(media.map(({ name }) => mediaFile(name)))]
  for (const { address, temporary } of pages.toSorted(byOrder)) {
    if (temporary === null) continue
    await moveInto(temporary, path.join(root, fileOf(address)))
    written.push(fileOf(address))
  }
  const removed: string[] = []
  for (const { address } of gone) if (await removeFile(root, fileOf(address))) removed.push(fileOf(address))
  return { written, removed }
}

export const syncTree = (root: string, { written, removed }: TreeChange) =>
  syncFolders([...written, ...removed].flatMap(foldersAbove).map((folder) => path.join(root, folder)))
