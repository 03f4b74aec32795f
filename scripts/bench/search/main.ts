/** `npm run bench:search`: how long a reader waits for the page of a search, beside a plain scan of the same posts. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openJournal } from '../../../site/publisher/journal.ts'
import { openReadModel } from '../../../site/src/content/read-model.ts'
import { createSteps } from '../../console/steps.mjs'
import { percentile, rounded } from '../figures.ts'
import { fillReadModel } from '../fill-read-model.ts'
import { printResult } from '../print-result.ts'
import { compileSite } from '../rebuild/children.ts'
import { startServers } from '../serve/servers.ts'
import { openPlainScan } from './plain-scan.ts'
import { type QuestionClass, questionClasses } from './questions.ts'

const HELP = `npm run bench:search -- [--articles 10000]

Fills a read model with so many made-up articles (2,000 Chinese characters each, 16 columns), starts the portal's server, waits until
its index holds them, and asks over HTTP for whole result pages, each question once. Beside it, for one question of each class:
a plain scan that says how many hits there must be, and SQLite's LIKE over the same texts.
Goals: p95 of all questions below 50 ms at 100,000 articles; every count the plain scan's.
`
const ASK_AGAIN_MS = 200
const NOT_READY = 503
const WARM_UP = 30

type Result = {
  class: string
  questions: number
  p50: number
  p95: number
  max: number
  hits: number
  mustBe: number | null
  likeMs: number | null
}

/** Somebody else each time: one client may ask only so often. */
const caller = (n: number) => ({ 'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` })

async function ask(port: number, path: string, query: string, n: number): Promise<{ ms: number; body: string }> {
  const startedAt = performance.now()
  const response = await fetch(`http://127.0.0.1:${port}${path}?${query}`, { headers: caller(n) })
  const body = await response.text()
  const ms = performance.now() - startedAt
  if (!response.ok) throw new Error(`${path}?${query} answered ${response.status}`)
  return { ms, body }
}

async function indexed(port: number): Promise<number> {
  const startedAt = performance.now()
  for (let n = 0; ; n += 1) {
    const { status } = await fetch(`http://127.0.0.1:${port}/search/suggest?q=x`, { headers: caller(n) })
    if (status !== NOT_READY) return Math.round(performance.now() - startedAt)
    await sleep(ASK_AGAIN_MS)
  }
}

const hitsOf = (page: string) => Number(/找到 <b class="number">(\d+)<\/b>/.exec(page)?.[1] ?? 0)

async function measureClass(port: number, one: QuestionClass, scan: ReturnType<typeof openPlainScan>) {
  const { name, questions, path = '/search/' } = one
  const samples: number[] = []
  let first = ''
  for (const [n, query] of questions.entries()) {
    const { ms, body } = await ask(port, path, query, n + name.length * 1000)
    samples.push(ms)
    if (n === 0) first = body
  }
  const parameters = new URLSearchParams(questions[0])
  const isScanned = path === '/search/' && !parameters.has('column')
  const q = parameters.get('q') ?? ''
  const result: Result = {
    ...{ class: name, questions: questions.length },
    ...{
      p50: rounded(percentile(samples, 50)),
      p95: rounded(percentile(samples, 95)),
      max: rounded(percentile(samples, 100)),
    },
    hits: hitsOf(first),
    mustBe: isScanned ? scan.count(q) : null,
    likeMs: isScanned && !q.includes(' ') ? Math.round(scan.likeMs(q)) : null,
  }
  if (result.mustBe !== null && result.mustBe !== result.hits)
    throw new Error(`${name}: found ${result.hits}, the plain scan ${result.mustBe}`)
  return { result, samples }
}

const toRow = (result: Result) => ({
  ...{ class: result.class, questions: result.questions },
  ...{ 'p50 ms': result.p50, 'p95 ms': result.p95, 'max ms': result.max },
  ...{ 'hits of the first': result.hits, 'plain scan': result.mustBe ?? '–', 'LIKE ms': result.likeMs ?? '–' },
})

async function measure(dataDir: string, articles: number, steps: ReturnType<typeof createSteps>) {
  const siteDir = path.join(dataDir, 'site')
  fs.mkdirSync(siteDir, { recursive: true })
  await steps.run('compile the portal', compileSite)
  await steps.run(`${articles} articles`, async () => {
    const database = openReadModel(path.join(siteDir, 'read-model.sqlite'), { readOnly: false })
    openJournal(database)
    fillReadModel(database, articles)
    database.close()
  })
  const [portal] = await startServers(dataDir, path.join(siteDir, 'live'), false)
  if (!portal) throw new Error('the portal server does not start')
  const indexPath = path.join(siteDir, 'search-index.sqlite')
  try {
    const indexMs = await steps.run('index', () => indexed(portal.port))
    const scan = openPlainScan(indexPath)
    // the first pages of a process are slower: a reader meets them once a start
    for (let n = 0; n < WARM_UP; n += 1) await ask(portal.port, '/search/', `q=${n}`, n)
    const measured = []
    for (const one of questionClasses(articles))
      measured.push(await steps.run(one.name, () => measureClass(portal.port, one, scan)))
    scan.close()
    const all = measured.flatMap(({ samples }) => samples)
    const results = measured.map(({ result }) => result)
    const together = {
      p50: rounded(percentile(all, 50)),
      p95: rounded(percentile(all, 95)),
      max: rounded(percentile(all, 100)),
    }
    const total = { class: 'all', questions: all.length, ...together, hits: 0, mustBe: null, likeMs: null }
    const indexMb = Math.round(fs.statSync(indexPath).size / 1e6)
    printResult('search', [...results, total].map(toRow), { articles, indexMs, indexMb, all: together, results })
  } finally {
    await portal.stop()
  }
}

const { values } = parseArgs({ options: { help: { type: 'boolean' }, articles: { type: 'string' } } })
if (values.help) process.stdout.write(HELP)
else {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-search-'))
  try {
    await measure(dataDir, Number(values.articles ?? 10_000), createSteps(process.stdout))
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}
