/** `npm run bench:serve`: requests a second of the portal's server beside nginx, on one tree. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createSteps } from '../../console/steps.mjs'
import { nginxVersion } from '../../nginx/start-nginx.ts'
import { median, rounded } from '../figures.ts'
import { printResult } from '../print-result.ts'
import { loadTool, type Measured, putLoad } from './load.ts'
import { type RunningServer, startServers } from './servers.ts'
import { makeTree, pathOfPage } from './tree.ts'

const HELP = `npm run bench:serve [-- --seconds 4 --rounds 3]

Puts load on the portal's server, on nginx with deploy/nginx/dangjian-portal.conf and on nginx as it comes, all over one
tree of pages of 10 KB: with wrk if the machine has it, else with autocannon. Rounds are interleaved; the medians count.
Goal: the portal's server gives at least 0.3 times what plain nginx gives.
`
const WARM_UP_S = 2
const PAGES = 1000
const WHAT_BROWSERS_TAKE = 'gzip, deflate, br, zstd'
const all = Array.from({ length: PAGES }, (_, n) => pathOfPage(n))

const CASES = [
  { name: 'one page', paths: [pathOfPage(0)], acceptEncoding: null },
  { name: `${PAGES} pages in turn`, paths: all, acceptEncoding: null },
  { name: 'one page, compressed', paths: [pathOfPage(0)], acceptEncoding: WHAT_BROWSERS_TAKE },
] as const
type Case = (typeof CASES)[number]
type Result = { case: string; server: string; requestsPerSecond: number; p99Ms: number; toPlainNginx: number | null }

async function measureCase(one: Case, servers: RunningServer[], rounds: number, seconds: number, folder: string) {
  const samples = new Map<RunningServer, Measured[]>(servers.map((server) => [server, []]))
  for (const { port } of servers) await putLoad({ ...one, port, seconds: WARM_UP_S }, folder)
  for (let round = 0; round < rounds; round += 1) {
    for (const [server, measured] of samples)
      measured.push(await putLoad({ ...one, port: server.port, seconds }, folder))
  }
  const middle = (measured: Measured[], of: keyof Measured) => median(measured.map((sample) => sample[of]))
  const plain = servers.find(({ name }) => name === 'nginx, plain')
  const floor = plain ? middle(samples.get(plain) ?? [], 'requestsPerSecond') : null
  return [...samples].map(([{ name }, measured]): Result => {
    const requestsPerSecond = Math.round(middle(measured, 'requestsPerSecond'))
    const toPlainNginx = floor === null ? null : Math.round((requestsPerSecond / floor) * 100) / 100
    return { case: one.name, server: name, requestsPerSecond, p99Ms: rounded(middle(measured, 'p99Ms')), toPlainNginx }
  })
}

const toRow = ({ case: name, server, requestsPerSecond, p99Ms, toPlainNginx }: Result) => ({
  case: name,
  server,
  'requests/s': requestsPerSecond,
  'p99 ms': p99Ms,
  '× plain nginx': toPlainNginx ?? '–',
})

async function main() {
  const options = { help: { type: 'boolean' }, seconds: { type: 'string' }, rounds: { type: 'string' } } as const
  const { values } = parseArgs({ options })
  if (values.help) return void process.stdout.write(HELP)
  const steps = createSteps(process.stdout)
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-serve-'))
  const nginx = nginxVersion()
  if (!nginx) steps.say('! nginx is not installed: only the portal server is measured')
  const servers: RunningServer[] = []
  try {
    const liveDir = makeTree(path.join(dataDir, 'site'), PAGES)
    servers.push(...(await startServers(dataDir, liveDir, nginx !== null)))
    const results: Result[] = []
    for (const one of CASES) {
      const work = () => measureCase(one, servers, Number(values.rounds ?? 3), Number(values.seconds ?? 4), dataDir)
      results.push(...(await steps.run(one.name, work)))
    }
    printResult('serve', results.map(toRow), { nginx, load: loadTool(), pages: PAGES, results })
  } finally {
    for (const { stop } of servers.reverse()) await stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
