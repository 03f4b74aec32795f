/** The live tree is byte for byte what the same content gives from nothing, and nothing temporary is left. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildAnew, freshReadModel, renderAnew } from '../../../site/publisher/oracle/anew.ts'
import { type App, loadApp } from '../../../site/publisher/oracle/app.ts'
import { deadLinks, differences, readTree } from '../../../site/publisher/oracle/tree.ts'
import type { Change } from '../../../site/src/content/documents.ts'

const MOST_RELEASES = 5
/** a release is live before the one that it pushes out is gone, which takes its time on a busy disk */
const TIDY_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 500
const siteDist = path.resolve(import.meta.dirname, '../../../site/dist')
let app: App | null = null

/** The last row of each document carries it as it is public now. */
const presentOf = (rows: readonly Change[]) =>
  new Map(rows.map((row) => [`${row.kind} ${row.documentId}`, row])).values()

/** @param withStaticBuild compares with `astro build` as well */
export async function checkTree(siteDir: string, rows: readonly Change[], withStaticBuild: boolean): Promise<string[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-chaos-anew-'))
  try {
    const readModel = path.join(folder, 'anew.sqlite')
    freshReadModel(readModel, presentOf(rows))
    const live = await readTree(fs.realpathSync(path.join(siteDir, 'live')))
    app ??= await loadApp(siteDist)
    const now = new Date()
    const found = differences(live, await renderAnew(app, readModel, now))
    const built = withStaticBuild ? differences(live, await buildAnew(readModel, now)) : []
    return [
      ...found.map((line) => `not as rendered anew: ${line}`),
      ...built.map((line) => `not as built anew: ${line}`),
      ...deadLinks(live).map((line) => `dead link in the tree: ${line}`),
    ]
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function leftoversNow(dataDir: string): string[] {
  const names = fs.readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
  const temporary = names.filter((name) => /\.tmp$|(?:^|\/)staging\/./.test(name))
  const kept = fs.readdirSync(path.join(dataDir, 'site', 'releases'), { withFileTypes: true })
  const releases = kept.filter((entry) => entry.isDirectory())
  return [
    ...temporary.map((name) => `left over: ${name}`),
    ...(releases.length > MOST_RELEASES ? [`${releases.length} releases are left`] : []),
  ]
}

export async function checkLeftovers(dataDir: string): Promise<string[]> {
  for (const deadline = Date.now() + TIDY_WITHIN_MS; ; ) {
    const found = leftoversNow(dataDir)
    if (found.length === 0 || Date.now() > deadline) return found
    await sleep(LOOK_EVERY_MS)
  }
}
