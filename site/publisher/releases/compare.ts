/** What going back to a release would change. */
import type { DatabaseSync } from 'node:sqlite'
import { readFileList } from './file-list.ts'
import type { Manifest } from './manifest.ts'

const NAMED = 5

type Group = { count: number; first: string[] }
export type RollbackPlan = {
  release: Manifest
  /** changes published since that release was superseded; they are taken back */
  changes: number
  /** pages that look different now */
  changed: Group
  /** pages that exist now and did not then */
  vanishing: Group
  /** pages that existed then and do not now */
  returning: Group
}

const emptyGroup = (): Group => ({ count: 0, first: [] })

function note(group: Group, address: string) {
  group.count += 1
  if (group.first.length < NAMED) group.first.push(address)
}

/** @param sequence up to which changes are live now */
export async function planRollback(
  database: DatabaseSync,
  siteDir: string,
  release: Manifest,
  sequence: number,
): Promise<RollbackPlan> {
  const hashNow = database.prepare('SELECT hash FROM pages WHERE address = ?')
  const [changed, vanishing, returning] = [emptyGroup(), emptyGroup(), emptyGroup()]
  const then = new Set<string>()
  for await (const file of readFileList(siteDir, release.name)) {
    if ('upload' in file) continue
    then.add(file.address)
    const now = hashNow.get(file.address)?.hash
    if (now === undefined) note(returning, file.address)
    else if (now !== file.hash) note(changed, file.address)
  }
  for (const { address } of database.prepare('SELECT address FROM pages ORDER BY address').iterate())
    if (!then.has(String(address))) note(vanishing, String(address))
  return { release, changes: Math.max(0, sequence - release.sequence), changed, vanishing, returning }
}
