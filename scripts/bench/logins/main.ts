/** `npm run bench:logins`: whether others notice that many members log in at once. */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createSteps, type Steps } from '../../console/steps.mjs'
import { printProblem } from '../../processes/problem.ts'
import { startProcess } from '../../processes/start-process.ts'
import { listenForStop } from '../../processes/stop-signal.ts'
import { percentile, rounded } from '../figures.ts'
import { printResult } from '../print-result.ts'
import { fillCms } from '../publish/fill-cms.ts'
import { openScratchSystem } from '../publish/system.ts'
import { fillMembers } from './fill-members.ts'
import { measureLogins } from './measure.ts'

const HELP = `npm run bench:logins -- [--burst 50] [--rounds 5] [--articles 1000]

Starts the CMS alone, in production mode, on a scratch folder with so many articles and members. Asks it every 10 ms for a list of articles, first
while nobody logs in, then while so many log in at the same moment, several times. Goal: p99 of the list at most three times its idle value.
`
const UP_AGAIN_MS = 50

async function untilUp(cmsUrl: string) {
  while (!(await fetch(`${cmsUrl}/_health`).catch(() => null))?.ok) await sleep(UP_AGAIN_MS)
}

const row = (what: string, samples: readonly number[]) => ({
  ...{ what, requests: samples.length },
  ...Object.fromEntries([50, 95, 99].map((percent) => [`p${percent} ms`, rounded(percentile(samples, percent))])),
  'max ms': rounded(Math.max(...samples)),
})

async function run(steps: Steps, signal: AbortSignal) {
  const words = { type: 'string' } as const
  const options = { help: { type: 'boolean' }, burst: words, rounds: words, articles: words } as const
  const { values } = parseArgs({ options })
  if (values.help) return void process.stdout.write(HELP)
  const [burst, rounds, articles] = [
    Number(values.burst ?? 50),
    Number(values.rounds ?? 5),
    Number(values.articles ?? 1000),
  ]
  const system = await openScratchSystem(steps, signal, { name: 'bench-logins', sample: 'none' })
  await steps.run('filling the CMS', async () => {
    fillCms(system.cmsFile, articles)
    fillMembers(system.cmsFile, burst)
  })
  const cms = startProcess(system.processes.cms)
  try {
    await steps.run('waiting for the CMS', () => untilUp(system.cmsUrl))
    const measured = await steps.run(`${rounds} times ${burst} log-ins at once`, () =>
      measureLogins(system.cmsUrl, burst, rounds),
    )
    const { idle, during, logins, refused } = measured
    const times = rounded(percentile(during, 99) / percentile(idle, 99))
    printResult(
      'logins',
      [row('list, nobody logs in', idle), row('list, many log in', during), row('a log-in of the burst', logins)],
      { database: 'SQLite', articles, burst, rounds, refused, timesIdleP99: times },
    )
  } finally {
    await cms.stop()
    system.remove()
  }
}

const signal = listenForStop(() => process.exit(1))
try {
  await run(createSteps(process.stdout), signal)
  process.exit(0)
} catch (error) {
  if (!signal.aborted) printProblem(error)
  process.exit(1)
}
