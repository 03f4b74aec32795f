/** `npm run screenshots`: the pictures of the handbooks, taken from the real desk with the sample college, so that they never show what is gone. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { openScratchSystem } from '../bench/publish/system.ts'
import { createSteps } from '../console/steps.mjs'
import { printProblem } from '../processes/problem.ts'
import { listenForStop } from '../processes/stop-signal.ts'
import { takeScreenshots } from './take.ts'

const HELP = `npm run screenshots [-- <name> …]

Starts the desk with the sample college on a scratch folder and writes docs/images/editor/<name>.png for each picture of the
handbook for editors (scripts/screenshots/shots.ts), or for those that are named.
`
const folder = path.resolve(import.meta.dirname, '../../docs/images/editor')

async function run(names: readonly string[], signal: AbortSignal) {
  const steps = createSteps(process.stdout)
  const system = await openScratchSystem(steps, signal, { name: 'screenshots', sample: 'full', asksForReviews: true })
  try {
    await system.start()
    await fs.mkdir(folder, { recursive: true })
    await takeScreenshots(system, folder, names, steps)
  } finally {
    await system.stop()
    system.remove()
  }
}

const names = process.argv.slice(2)
const signal = listenForStop(() => process.exit(1))
if (names.includes('--help')) {
  process.stdout.write(HELP)
  process.exit(0)
}
try {
  await run(names, signal)
  process.exit(0)
} catch (error) {
  if (!signal.aborted) printProblem(error)
  process.exit(1)
}
