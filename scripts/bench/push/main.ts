/** `npm run bench:push`: what new posts cost a publish, and how fast devices are told. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { printProblem } from '../../processes/problem.ts'
import { percentile, rounded } from '../figures.ts'
import { printResult } from '../print-result.ts'
import { measureNoting } from './noting.ts'
import { measureTelling } from './telling.ts'

const HELP = `npm run bench:push -- [--articles 1000,100000] [--devices 5000]

Measures what it costs a publish to note that a post is new, with so many posts in the read model; then tells so many devices of one
post, through a push service on this machine that takes everything, and how long the process could do nothing else meanwhile.
`
const twoDecimals = (value: number) => Math.round(value * 100) / 100

async function run() {
  const words = { type: 'string' } as const
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, articles: words, devices: words } })
  if (values.help) return void process.stdout.write(HELP)
  const sizes = (values.articles ?? '1000,100000').split(',').map(Number)
  const devices = Number(values.devices ?? 5000)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-push-'))
  try {
    const noting = sizes.map((articles) => {
      const samples = measureNoting(folder, articles)
      const [p50, p95] = [percentile(samples, 50), percentile(samples, 95)].map(twoDecimals)
      return { articles, p50, p95, max: twoDecimals(Math.max(...samples)) }
    })
    const telling = await measureTelling(folder, devices)
    const rows = [
      ...noting.map(({ articles, p50, p95, max }) => ({
        what: `noting a new post among ${articles}`,
        figure: `p50 ${p50} ms, p95 ${p95} ms, max ${max} ms`,
      })),
      {
        what: `telling ${telling.delivered} devices`,
        figure: `${rounded(telling.seconds)} s, ${twoDecimals(telling.cpuMs)} ms of processor each`,
      },
      {
        what: 'what a request waits meanwhile',
        figure: `p99 ${rounded(telling.delayP99Ms)} ms, max ${rounded(telling.delayMaxMs)} ms`,
      },
    ]
    printResult('push', rows, { noting, devices, telling })
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

try {
  await run()
  process.exit(0)
} catch (error) {
  printProblem(error)
  process.exit(1)
}
