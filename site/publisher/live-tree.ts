/** Files of the live tree: written under a temporary name, then renamed, so that no reader ever meets half a page. */
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

/** `/news/` → `news/index.html`, `/rss.xml` → `rss.xml`, `/404/` → `404.html` */
export function fileOf(address: string): string {
  if (address === '/404/') return '404.html'
  const relative = decodeURI(address).replace(/^\//, '')
  if (relative.split('/').includes('..')) throw new Error(`address ${address} leaves the tree`)
  return relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative
}

export const hashOf = (body: Uint8Array) => createHash('sha256').update(body).digest('base64url')

export async function writePage(root: string, address: string, body: Uint8Array): Promise<void> {
  const file = path.join(root, fileOf(address))
  const temporary = `${file}.${process.pid}.tmp`
  await fs.mkdir(path.dirname(file), { recursive: true })
  try {
    await fs.writeFile(temporary, body)
    await fs.rename(temporary, file)
  } catch (error) {
    await fs.rm(temporary, { force: true })
    throw error
  }
}

/** Removes a page and the folders that it leaves empty. */
export async function removePage(root: string, address: string): Promise<void> {
  const file = path.join(root, fileOf(address))
  await fs.rm(file, { force: true })
  for (let folder = path.dirname(file); folder !== root; folder = path.dirname(folder)) {
    const gone = await fs.rmdir(folder).then(
      () => true,
      () => false,
    )
    if (!gone) return
  }
}
