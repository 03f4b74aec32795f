/** `npm run bench:build`: a whole release beside the least that the same pages can cost, and beside `astro build`. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openJournal } from '../../../site/publisher/journal.ts'
import { openReadModel } from '../../../site/src/content/read-model.ts'
import { createSteps } from '../../console/steps.mjs'
import { median } from '../figures.ts'
import { fillReadModel } from '../fill-read-model.ts'
import { printResult } from '../print-result.ts'
import { buildWithAstro, compileSite, renderFloor, renderRelease, type Sample } from './children.ts'

const HELP = `npm run bench:build -- [--articles 10000] [--rounds 3] [--no-astro]

Renders a release of so many made-up articles (2,000 Chinese characters each, 16 columns) in a process like the publisher's, from
an empty folder to the switch, flushed to the disk; the floor (marked, a template string, a written file, no flush) for the same
number of files; and the same content with astro build. Rounds are interleaved, medians count. --articles takes several sizes.
Goals: at most 2 times the floor; 100,000 articles within 60 s; less than 500 MB of memory for the publisher.
`

type Measured = {
  articles: number
  pages: number
  what: string
  seconds: number
  cpuSeconds: number
  peakRssMb: number
}

const middle = (samples: Sample[], of: (sample: Sample) => number) => Math.round(median(samples.map(of)) * 100) / 100

function summary(articles: number, pages: number, what: string, samples: Sample[]): Measured {
  return {
    ...{ articles, pages, what },
    seconds: middle(samples, ({ ms }) => ms / 1000),
    cpuSeconds: middle(samples, ({ cpuMs }) => cpuMs / 1000),
    peakRssMb: Math.max(...samples.map(({ peakRssMb }) => peakRssMb)),
  }
}

function fill(readModelPath: string, articles: number) {
  const database = openReadModel(readModelPath, { readOnly: false })
  openJournal(database)
  fillReadModel(database, articles)
  database.close()
}

async function measure(articles: number, rounds: number, withAstro: boolean, folder: string): Promise<Measured[]> {
  const dataDir = path.join(folder, String(articles))
  const readModelPath = path.join(dataDir, 'site', 'read-model.sqlite')
  fs.mkdirSync(path.dirname(readModelPath), { recursive: true })
  fill(readModelPath, articles)
  const samples = { floor: [] as Sample[], release: [] as Sample[], astro: [] as Sample[] }
  let pages = 0
  for (let round = 0; round < rounds; round += 1) {
    const release = await renderRelease(dataDir)
    pages = release.pages
    samples.release.push(release)
    samples.floor.push(await renderFloor(readModelPath, pages, folder))
    if (withAstro && round === 0) samples.astro.push(await buildWithAstro(readModelPath))
  }
  fs.rmSync(dataDir, { recursive: true })
  return Object.entries({
    '下限 floor': samples.floor,
    '本项目 release': samples.release,
    'astro build': samples.astro,
  })
    .filter(([, taken]) => taken.length > 0)
    .map(([what, taken]) => summary(articles, pages, what, taken))
}

const toRow = (all: readonly Measured[]) => (one: Measured) => {
  const floor = all.find(({ articles, what }) => articles === one.articles && what.includes('floor'))
  return {
    articles: one.articles,
    pages: one.pages,
    what: one.what,
    seconds: one.seconds,
    'cpu seconds': one.cpuSeconds,
    'pages/s': Math.round(one.pages / one.seconds),
    '× floor': floor ? Math.round((one.seconds / floor.seconds) * 100) / 100 : '–',
    'peak MB': one.peakRssMb,
  }
}

async function main() {
  const options = {
    help: { type: 'boolean' },
    articles: { type: 'string' },
    rounds: { type: 'string' },
    'no-astro': { type: 'boolean' },
  } as const
  const { values } = parseArgs({ options })
  if (values.help) return void process.stdout.write(HELP)
  const steps = createSteps(process.stdout)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-build-'))
  try {
    await steps.run('编译门户', compileSite)
    const results: Measured[] = []
    for (const articles of (values.articles ?? '10000').split(',').map(Number)) {
      const work = () => measure(articles, Number(values.rounds ?? 3), !values['no-astro'], folder)
      results.push(...(await steps.run(`${articles} 篇文章`, work)))
    }
    printResult('build', results.map(toRow(results)), { results })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

await main()
