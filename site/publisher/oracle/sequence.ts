/** One random sequence, and everything that must hold after each of its steps and at its end. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Change } from '../../src/content/documents.ts'
import { perform, type Step, startOfClock } from './actions.ts'
import { buildAnew, freshReadModel, renderAnew } from './anew.ts'
import type { App } from './app.ts'
import { startLiveSide } from './live-side.ts'
import { settle } from './pools.ts'
import { quickFolder } from './quick-folder.ts'
import { deadLinks, differences, needlessWrites, readTree, type Tree } from './tree.ts'
import { createWorld } from './world.ts'

const MOST_LINES = 12
const ALL_ROWS = Number.MAX_SAFE_INTEGER

const expectNone = (what: string, found: string[]) => {
  if (found.length > 0) throw new Error(`${what}:\n${found.slice(0, MOST_LINES).join('\n')}`)
}

export type Report = { steps: number; lines: string[] }

/**
 * Runs the steps. `report.lines` says in words what was done, also when it throws.
 * @param withStaticBuild compares with a real `astro build` at the end as well
 */
export async function runSequence(app: App, steps: Step[], report: Report, withStaticBuild: boolean): Promise<void> {
  const folder = await fs.mkdtemp(path.join(await quickFolder(), 'oracle-'))
  const live = await startLiveSide(app, folder)
  const world = createWorld()
  const delivered = new Map<string, Change>()
  let clock = startOfClock
  let tree: Tree = new Map()
  let root = ''

  const deliver = async (rows: number) => {
    const changes = world.take(rows)
    for (const change of changes) delivered.set(`${change.kind} ${change.documentId}`, change)
    await live.take(changes, new Date(clock))
    const before = { tree, root }
    root = await live.root()
    tree = await readTree(root, before.tree)
    expectNone('links that lead nowhere', deadLinks(tree))
    if (root === before.root) expectNone('pages written again for nothing', needlessWrites(before.tree, tree))
  }

  try {
    settle(world)
    await deliver(ALL_ROWS)
    for (const { actions, minutes, rows } of steps) {
      const done = actions.map((action) => perform(world, action)).filter((line) => line !== null)
      clock += minutes * 60_000
      report.lines.push(...done, ...(minutes > 0 ? [`… ${minutes} minutes later`] : []), `take ${rows} changes`)
      report.steps += 1
      await deliver(rows)
    }
    report.lines.push('take the rest')
    await deliver(ALL_ROWS)
    const readModel = path.join(folder, 'anew.sqlite')
    freshReadModel(readModel, delivered.values())
    expectNone('not as rendered anew', differences(tree, await renderAnew(app, readModel, new Date(clock))))
    if (withStaticBuild) expectNone('not as built anew', differences(tree, await buildAnew(readModel, new Date(clock))))
  } finally {
    live.close()
    await fs.rm(folder, { recursive: true, force: true })
  }
}
