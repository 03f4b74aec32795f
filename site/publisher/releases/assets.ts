/** Hashed files (`_astro/`) outlive their release by a week: a page that somebody opened yesterday keeps its styles. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { hashOf } from '../live-tree.ts'

const FOLDER = '_astro'
export const ASSETS_KEPT_MS = 7 * 24 * 3600 * 1000

/** Path in the tree → UTC instant since which no page names it. */
export type RetiredAssets = Record<string, string>

const isDue = (retiredAt: string, now: Date) => now.getTime() - Date.parse(retiredAt) >= ASSETS_KEPT_MS

export async function listFiles(folder: string, from = folder): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(from, path.join(entry.parentPath, entry.name)))
}

const listAssets = (tree: string) => listFiles(path.join(tree, FOLDER), tree)

/** Path in the tree → hash. */
export async function hashAssets(tree: string, files: readonly string[]): Promise<Record<string, string>> {
  const entries = files.map(async (file) => [file, hashOf(await fs.readFile(path.join(tree, file)))] as const)
  return Object.fromEntries(await Promise.all(entries))
}

/** A link where the file system can, for the two trees share the bytes; a copy where it cannot. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  await fs.mkdir(path.dirname(to), { recursive: true })
  await fs.link(from, to).catch(() => fs.copyFile(from, to))
}

/**
 * Takes the files of the tree that is live over into the next one, where that has not the same itself.
 * @param retired what the live tree carries itself from before
 */
export async function carryAssets(
  live: string,
  next: string,
  retired: RetiredAssets,
  now: Date,
): Promise<RetiredAssets> {
  const current = new Set(await listAssets(next))
  const carried: RetiredAssets = {}
  for (const file of await listAssets(live)) {
    const retiredAt = retired[file] ?? now.toISOString()
    if (current.has(file) || isDue(retiredAt, now)) continue
    await linkOrCopy(path.join(live, file), path.join(next, file))
    carried[file] = retiredAt
  }
  return carried
}

/** Removes what is due; answers what stays. */
export async function removeDueAssets(tree: string, retired: RetiredAssets, now: Date): Promise<RetiredAssets> {
  const due = Object.entries(retired).filter(([, retiredAt]) => isDue(retiredAt, now))
  for (const [file] of due) await fs.rm(path.join(tree, file), { force: true })
  return Object.fromEntries(Object.entries(retired).filter(([, retiredAt]) => !isDue(retiredAt, now)))
}
