/** The operator's command and real processes of the publisher, over an app of a few lines and a CMS that only listens. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from '../publisher/journal.ts'
import { isLocked } from '../publisher/lock.ts'
import { loadRenderer } from '../publisher/renderer.ts'
import { readSettings } from '../publisher/settings.ts'
import { openReadModel, storeDocument } from '../src/content/read-model.ts'
import { build } from '../src/content/testing/builders.ts'
import { runOperator } from './run-operator.ts'

const APP = `
import { DatabaseSync } from 'node:sqlite'
const database = new DatabaseSync(process.env.READ_MODEL, { readOnly: true })
const titles = database.prepare("SELECT json ->> '$.title' AS title FROM documents WHERE kind = 'article' ORDER BY 1")
export async function render(address) {
  if (address.startsWith('/slow/')) await new Promise((resolve) => setTimeout(resolve, 300))
  const text = address + ' ' + titles.all().map(({ title }) => title).join(' ')
  return { status: 200, contentType: 'text/html', body: new TextEncoder().encode(text), reads: [], staleAt: null }
}
`
const SOON = { timeout: 60_000, interval: 50 }
const publisher = (name: string) => path.resolve(import.meta.dirname, '../publisher', name)

let dataDir: string
let env: NodeJS.ProcessEnv
let cms: http.Server
const children: ChildProcess[] = []

const siteDir = () => path.join(dataDir, 'site')
const appFile = () => path.join(dataDir, 'app', 'server', 'entry.mjs')
const page = (file: string) => fs.readFile(path.join(siteDir(), 'live', file), 'utf8').catch(() => null)
const live = async () => path.basename(await fs.realpath(path.join(siteDir(), 'live')))

/** Nothing ever changes there; whoever asks is kept waiting for as long as they said. */
function quietCms(): http.Server {
  return http.createServer((request, response) => {
    const waitS = Number(new URL(request.url ?? '', 'http://cms.invalid').searchParams.get('wait') ?? 0)
    const answer = () => response.setHeader('content-type', 'application/json').end('{"data":[],"meta":{"latest":0}}')
    request.resume().on('end', () => setTimeout(answer, waitS * 1000).unref())
  })
}

function store(...titles: string[]) {
  const database = openReadModel(path.join(siteDir(), 'read-model.sqlite'), { readOnly: false })
  openJournal(database)
  storeDocument(database, 'column', build('column', 'news'))
  for (const title of titles) storeDocument(database, 'article', build('article', title, { title }))
  database.close()
}

/** Pages below it take their time. */
function slowColumn() {
  const database = openReadModel(path.join(siteDir(), 'read-model.sqlite'), { readOnly: false })
  storeDocument(database, 'column', build('column', 'slow'))
  for (let n = 0; n < 12; n += 1) storeDocument(database, 'article', build('article', `s${n}`, { column: 'slow' }))
  database.close()
}

function start(name: string): ChildProcess {
  const child = spawn(process.execPath, [publisher(name)], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

async function site(line: string) {
  const output = new PassThrough()
  const errors = new PassThrough()
  const exitCode = await runOperator(line.split(' '), {
    ...{ siteDir: siteDir(), input: Readable.from([]), output, errors, signal: new AbortController().signal },
    startWorker: () => void start('run-requests.ts'),
    loadRenderer: () => loadRenderer(readSettings(env)),
  })
  output.end()
  errors.end()
  return { exitCode, said: (await text(output)) + (await text(errors)) }
}

beforeEach(async () => {
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-operator-'))
  await fs.mkdir(siteDir())
  await fs.mkdir(path.dirname(appFile()), { recursive: true })
  await fs.mkdir(path.join(dataDir, 'app', 'client'))
  await fs.writeFile(appFile(), APP)
  cms = quietCms().listen(0, '127.0.0.1')
  await once(cms, 'listening')
  env = {
    ...process.env,
    ...{ DATA_DIR: dataDir, APP_DIR: path.join(dataDir, 'app'), PUBLICATION_TOKEN: 'a-token-nobody-asks-for' },
    ...{ CMS_URL: `http://127.0.0.1:${(cms.address() as AddressInfo).port}`, SITE_URL: '', LOG_LEVEL: 'warn' },
  }
  store('one')
})
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => end(child, 'SIGKILL')))
  cms.close()
  cms.closeAllConnections()
  await fs.rm(dataDir, { recursive: true, force: true })
})

describe('while no publisher is running', { timeout: 120_000 }, () => {
  it('a rebuild is done by a process of its own', async () => {
    const { exitCode, said } = await site('rebuild')
    expect(said).toContain('已上线')
    expect(exitCode).toBe(0)
    expect(await page('news/index.html')).toBe('/news/ one')
    expect((await site('status')).said).toMatch(/发布引擎.*没有运行/)
  })

  it('a repair is done to the end', async () => {
    await site('rebuild')
    await fs.writeFile(path.join(siteDir(), 'live', 'news', 'index.html'), 'defaced')
    expect((await site('verify')).exitCode).toBe(3)
    const { exitCode, said } = await site('verify --repair')
    expect(said).toContain('都已改回来')
    expect(exitCode).toBe(0)
    expect(await page('news/index.html')).toBe('/news/ one')
  })

  it('going back needs no app, a rebuild does and says so', async () => {
    await site('rebuild')
    const first = await live()
    store('two')
    await site('rebuild')
    expect(await page('news/index.html')).toBe('/news/ one two')
    await fs.writeFile(appFile(), 'throw new Error("broken build")')
    expect((await site('rebuild')).said).toContain('门户还没有编译')
    const { exitCode } = await site(`rollback ${first} --yes`)
    expect(exitCode).toBe(0)
    expect(await page('news/index.html')).toBe('/news/ one')
  })
})

describe('while a publisher is running', { timeout: 120_000 }, () => {
  const running = () => expect.poll(() => page('index.html'), SOON).not.toBeNull()

  it('it does what is asked, and a second one waits for its end', async () => {
    const first = start('run.ts')
    await running()
    const before = await live()
    expect((await site('status')).said).toMatch(/发布引擎.*正在运行/)
    const second = start('run.ts')
    const warned = once(second.stdout as NodeJS.ReadableStream, 'data')
    expect(String(await warned)).toContain('another process writes the live tree')
    expect((await site('rebuild')).exitCode).toBe(0)
    expect(await live()).not.toBe(before)
    expect(children).toHaveLength(2)
    await end(first, 'SIGTERM')
    await expect.poll(() => isLocked(siteDir()), SOON).toBe(true)
    expect((await site('rebuild')).exitCode).toBe(0)
  })

  it('one that is killed in a rebuild leaves the old site; the next one finishes', async () => {
    store('one')
    const first = start('run.ts')
    await running()
    const before = await live()
    await end(first, 'SIGTERM')
    slowColumn()
    const second = start('run.ts')
    const asked = site('rebuild')
    await expect.poll(async () => (await fs.readdir(path.join(siteDir(), 'releases'))).length, SOON).toBeGreaterThan(2)
    await end(second, 'SIGKILL')
    expect(await live()).toBe(before)
    expect(await page('index.html')).toBe('/ one')
    start('run.ts')
    expect((await asked).exitCode).toBe(0)
    expect(await live()).not.toBe(before)
    expect(await page('slow/index.html')).toContain('/slow/')
  })
})
