/** Whether an address is a page that readers can open now: of the tree, and no redirect. */
import { resolveAddress } from './address.ts'
import type { LiveFile } from './live-file.ts'
import { isAbsence, type LiveFiles } from './live-files.ts'

const LONGEST_ADDRESS = 300

export async function standingPage(files: LiveFiles, address: string): Promise<LiveFile | null> {
  const resolved = resolveAddress(address)
  if (resolved.kind !== 'file' || !resolved.isFolder || address.length > LONGEST_ADDRESS) return null
  const found = files.find(`${resolved.path}/index.html`.replace(/^\//, ''))
  if (found.kind !== 'file' && found.kind !== 'unread') return null
  try {
    const file = found.kind === 'file' ? found.file : await found.read()
    return file.redirect === null ? file : null
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}
