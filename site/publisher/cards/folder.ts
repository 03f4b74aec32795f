/** Where cards lie: outside the releases, which share them by a link. */
import fs from 'node:fs/promises'
import path from 'node:path'

/** Their folder within the tree. */
export const CARDS = 'cards'

/** Half-drawn ones, within it. */
export const STAGING = 'staging'

export const cardsDir = (siteDir: string) => path.join(siteDir, CARDS)

/** @param root of a release that nobody reads yet, in `<siteDir>/releases/<name>` */
export async function linkCards(root: string): Promise<void> {
  const target = path.join('..', '..', CARDS)
  await fs.mkdir(path.join(root, target), { recursive: true })
  await fs.symlink(target, path.join(root, CARDS))
}
