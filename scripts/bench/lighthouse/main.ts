/** `npm run bench:lighthouse`: what Lighthouse says of the portal on a phone. */
import { parseArgs } from 'node:util'
import { findChromium } from '../../../site/e2e/setup/chromium.ts'
import { createSteps, type Steps } from '../../console/steps.mjs'
import { printProblem } from '../../processes/problem.ts'
import { listenForStop } from '../../processes/stop-signal.ts'
import { printResult } from '../print-result.ts'
import { openScratchSystem } from '../publish/system.ts'
import { type Measured, pagesOf } from './pages.ts'
import { type Lighthouse, openLighthouse, type Report } from './tool.ts'

const HELP = `npm run bench:lighthouse -- [--runs 3] [--page home]

Starts the whole system with the sample college on a scratch folder and asks Lighthouse (a phone on a slow network, simulated) about the
home page, a list, an article, a policy, a lesson and the search. Of each category the median of the runs counts. Names what costs points.
Goal: 100 in every category. Lighthouse itself (180 MB) is installed at the first run.
`
const PER_CENT = 100
const WORTH_NAMING = 0.9

const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0
const scoreOf = (reports: readonly Report[], category: string) =>
  Math.round(PER_CENT * median(reports.map(({ categories }) => categories[category]?.score ?? 0)))
const metric = (reports: readonly Report[], audit: string) =>
  median(reports.map(({ audits }) => audits[audit]?.numericValue ?? 0))

/** Audits that did not pass in the last run, and say so with a score. */
const complaintsOf = ({ audits }: Report) =>
  Object.values(audits)
    .filter(
      ({ score, scoreDisplayMode }) => scoreDisplayMode !== 'informative' && score !== null && score < WORTH_NAMING,
    )
    .map(({ id }) => id)

async function measurePage({ launch, measure }: Lighthouse, url: string, runs: number): Promise<Report[]> {
  const reports: Report[] = []
  for (let run = 0; run < runs; run += 1) {
    const chrome = await launch()
    try {
      reports.push(await measure(url, chrome))
    } finally {
      chrome.kill()
    }
  }
  return reports
}

function describe({ name, path }: Measured, reports: readonly Report[]) {
  const last = reports.at(-1)
  return {
    row: {
      ...{ page: name, performance: scoreOf(reports, 'performance'), accessibility: scoreOf(reports, 'accessibility') },
      ...{ 'best practices': scoreOf(reports, 'best-practices'), SEO: scoreOf(reports, 'seo') },
      'LCP ms': Math.round(metric(reports, 'largest-contentful-paint')),
      CLS: Number(metric(reports, 'cumulative-layout-shift').toFixed(3)),
      'KB sent': Math.round(metric(reports, 'total-byte-weight') / 1024),
    },
    complaints: { page: name, path, audits: last ? complaintsOf(last) : [] },
  }
}

async function run(steps: Steps, signal: AbortSignal) {
  const words = { type: 'string' } as const
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, runs: words, page: words } })
  if (values.help) return void process.stdout.write(HELP)
  const runs = Number(values.runs ?? 3)
  const lighthouse = await openLighthouse(await findChromium())
  const system = await openScratchSystem(steps, signal, { name: 'bench-lighthouse', sample: 'full' })
  try {
    await system.start()
    const pages = (await pagesOf(system.siteUrl)).filter(({ name }) => !values.page || values.page === name)
    const described = []
    for (const page of pages) {
      const reports = await steps.run(page.name, () => measurePage(lighthouse, system.siteUrl + page.path, runs))
      described.push(describe(page, reports))
    }
    const complaints = described.map((one) => one.complaints).filter(({ audits }) => audits.length > 0)
    for (const { page, audits } of complaints) steps.say(`  ${page}：${audits.join('、')}`)
    printResult(
      'lighthouse',
      described.map(({ row }) => row),
      { runs, results: described.map(({ row }) => row), complaints },
    )
  } finally {
    await system.stop()
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
