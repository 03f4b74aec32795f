import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Every file under the given files and folders, as paths from `root`, in one order on every machine. */
function listFiles(root: string, entries: readonly string[]): string[] {
  return entries
    .flatMap((entry) => {
      const stat = fs.statSync(path.join(root, entry), { throwIfNoEntry: false })
      if (!stat) return []
      if (!stat.isDirectory()) return [entry]
      return listFiles(
        root,
        fs.readdirSync(path.join(root, entry)).map((name) => path.posix.join(entry, name)),
      )
    })
    .sort()
}

/**
 * @param entries files and folders, from `root`; what does not exist counts as absent
 * @returns a hash over the names and the contents of all that `counts`
 */
export function hashFiles(
  root: string,
  entries: readonly string[],
  counts: (file: string) => boolean = () => true,
): string {
  const hash = createHash('sha256')
  for (const file of listFiles(root, entries).filter(counts)) {
    const content = fs.readFileSync(path.join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
