/** `npm run bench:publish`: from the click on “发布” until readers have the new text, at several sizes. */
import { parseArgs } from 'node:util'
import { createSteps, type Steps } from '../../console/steps.mjs'
import { printProblem } from '../../processes/problem.ts'
import { listenForStop } from '../../processes/stop-signal.ts'
import { printResult } from '../print-result.ts'
import { measureSize } from './measure-size.ts'
import { rowsOf } from './rows.ts'

const HELP = `npm run bench:publish -- [--articles 1000,10000,100000] [--count 100] [--keep] [--on folder]

Starts the whole system (CMS, publisher, portal server, each in a process of its own, production mode, SQLite) on a scratch folder
that holds so many articles, and measures from the desk's publish request until a GET of the portal returns the new text:
100 new posts and 100 edits at each size, the first after the start among them. --keep leaves the scratch folder, --on uses
one that was left: with a single size, the one that it holds.
Goals: p95 at most 100 ms at 100,000 articles, and at most 1.3 times that at 1,000.
`

async function run(steps: Steps, signal: AbortSignal) {
  const flag = { type: 'boolean' } as const
  const words = { type: 'string' } as const
  const options = { help: flag, keep: flag, articles: words, count: words, on: words }
  const { values } = parseArgs({ options })
  if (values.help) return void process.stdout.write(HELP)
  const sizes = (values.articles ?? '1000,10000,100000').split(',').map(Number)
  const count = Number(values.count ?? 100)
  const shared = { count, keep: values.keep ?? false, on: values.on ?? null, steps, signal }
  const results = []
  for (const articles of sizes) results.push(await measureSize({ articles, ...shared }))
  printResult('publish', results.flatMap(rowsOf), { database: 'SQLite', count, results })
}

const signal = listenForStop(() => process.exit(1))
try {
  await run(createSteps(process.stdout), signal)
  process.exit(0)
} catch (error) {
  if (!signal.aborted) printProblem(error)
  process.exit(1)
}
