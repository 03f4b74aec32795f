/** `npm run bench:schedule`: from the second at which a post is due until readers have it. */
import { parseArgs } from 'node:util'
import { createSteps, type Steps } from '../../console/steps.mjs'
import { printProblem } from '../../processes/problem.ts'
import { listenForStop } from '../../processes/stop-signal.ts'
import { printResult } from '../print-result.ts'
import { type Figures, figuresOf } from '../publish/rows.ts'
import { measureSchedules } from './measure.ts'

const HELP = `npm run bench:schedule -- [--count 50] [--overdue 5] [--articles 1000]

Starts the whole system (CMS, publisher, portal server, each in a process of its own, production mode, SQLite) on a scratch folder
that holds so many articles. Plans one post after the other for a whole second, and measures from that second until a GET of the portal returns
the post. Then kills the CMS before a second comes and starts it after it has passed: from the CMS's first answer until the post is there.
Goals: p95 at most 100 ms after its second; overdue ones at most 1,000 ms after the CMS is up.
`

const row = (what: string, samples: readonly number[], { p50, p95, max }: Figures) => ({
  ...{ what, posts: samples.length, 'p50 ms': p50, 'p95 ms': p95, 'max ms': max },
})

async function run(steps: Steps, signal: AbortSignal) {
  const words = { type: 'string' } as const
  const options = { help: { type: 'boolean' }, count: words, overdue: words, articles: words } as const
  const { values } = parseArgs({ options })
  if (values.help) return void process.stdout.write(HELP)
  const count = Number(values.count ?? 50)
  const overdueCount = Number(values.overdue ?? 5)
  const articles = Number(values.articles ?? 1000)
  const { onTime, logged, overdue } = await measureSchedules({ count, overdueCount, articles, steps, signal })
  const figures = { onTime: figuresOf(onTime), logged: figuresOf(logged), overdue: figuresOf(overdue) }
  printResult(
    'schedule',
    [
      row('published in the CMS after its second', logged, figures.logged),
      row('live after its second', onTime, figures.onTime),
      row('overdue: live after the CMS is up', overdue, figures.overdue),
    ],
    { database: 'SQLite', articles, count, overdueCount, ...figures },
  )
}

const signal = listenForStop(() => process.exit(1))
try {
  await run(createSteps(process.stdout), signal)
  process.exit(0)
} catch (error) {
  if (!signal.aborted) printProblem(error)
  process.exit(1)
}
