/** `npm run screenshots -- portal`: every kind of page as readers see it, to be looked at one by one. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openScratchSystem } from '../bench/publish/system.ts'
import { createSteps } from '../console/steps.mjs'
import { printProblem } from '../processes/problem.ts'
import { listenForStop } from '../processes/stop-signal.ts'
import { takePortalShots } from './portal-take.ts'

const HELP = `npm run screenshots -- portal [<name> …] [--to <folder>] [--from <address>]

Takes each kind of page of the portal at several widths, dark, in 关怀版, grey and as printed (scripts/screenshots/portal-shots.ts), or the
pages that are named, and writes <folder>/<name>-<width>[-<mode>].png; the folder is screenshots/ unless another is given.
Starts the portal with the sample college on a scratch folder, unless --from names one that is running.
`
const root = path.resolve(import.meta.dirname, '../..')

type Wishes = { names: readonly string[]; folder: string; from: string | undefined }

async function run({ names, folder, from }: Wishes, signal: AbortSignal) {
  const steps = createSteps(process.stdout)
  await fs.mkdir(folder, { recursive: true })
  if (from !== undefined) return takePortalShots(from, folder, names, steps)
  const system = await openScratchSystem(steps, signal, { name: 'portal-shots', sample: 'full' })
  try {
    await system.start()
    await takePortalShots(system.siteUrl, folder, names, steps)
  } finally {
    await system.stop()
    system.remove()
  }
}

const { values, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { help: { type: 'boolean' }, to: { type: 'string', default: 'screenshots' }, from: { type: 'string' } },
})
const signal = listenForStop(() => process.exit(1))
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
try {
  await run({ names: positionals, folder: path.resolve(root, values.to), from: values.from }, signal)
  process.exit(0)
} catch (error) {
  if (!signal.aborted) printProblem(error)
  process.exit(1)
}
