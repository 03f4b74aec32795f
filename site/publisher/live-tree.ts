/** Files of the live tree: where a page stands, and how one goes. */
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

/** `/news/` → `news/index.html`, `/rss.xml` → `rss.xml`, `/404/` → `404.html` */
export function fileOf(address: string): string {
  if (address === '/404/') return '404.html'
  const relative = decodeURI(address).replace(/^\//, '')
  if (relative.split('/').includes('..')) throw new URIError(`address ${address} leaves the tree`)
  return relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative
}

export const hashOf = (body: Uint8Array) => createHash('sha256').update(body).digest('base64url')

/** Removes a file and the folders that it leaves empty; answers whether it was there. */
export async function removeFile(root: string, relative: string): Promise<boolean> {
  const file = path.join(root, relative)
  const wasThere = await fs.unlink(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )
  for (let folder = path.dirname(file); folder !== root; folder = path.dirname(folder)) {
    const isGone = await fs.rmdir(folder).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
    )
    if (!isGone) break
  }
  return wasThere
}
