/** Global setup: the whole system, started as a newcomer starts it, on free ports and a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { findChromium } from './chromium.ts'
import { handOver } from './environment.ts'
import { askForNoReviews } from './without-reviews.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const READY = '已就绪'
const READY_WITHIN_MS = 600_000

/** Settings of a developer's .env must not reach the tests: an empty value hides one. */
const HIDDEN_SETTINGS = [
  'DATABASE_URL',
  'CMS_PUBLIC_URL',
  'SITE_URL',
  'WEBSUB_HUB',
  'LOG_LEVEL',
  'SMTP_URL',
  'MAIL_FROM',
  'APP_KEYS',
  'PUBLICATION_TOKEN',
  'PREVIEW_SECRET',
  'SEALING_KEY',
  'SEALING_KEYS_FORMER',
  'PUSH',
  'PUSH_CONTACT',
  'PUSH_KEY',
]

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function start(env: Record<string, string>): ChildProcess {
  const hidden = Object.fromEntries(HIDDEN_SETTINGS.map((name) => [name, '']))
  return spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    env: { ...process.env, ...hidden, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** @throws Error with what was printed, when it ends or takes too long */
async function untilReady(system: ChildProcess): Promise<void> {
  let output = ''
  const ready = new Promise<void>((resolve, reject) => {
    system.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      if (output.includes(READY)) resolve()
    })
    system.once('exit', (code) => reject(new Error(`the system ended with code ${code}:\n${output}`)))
    setTimeout(() => reject(new Error(`the system was not ready in time:\n${output}`)), READY_WITHIN_MS).unref()
  })
  await ready
}

async function stop(system: ChildProcess, dataDir: string) {
  if (system.exitCode === null) {
    system.kill('SIGTERM')
    await once(system, 'exit')
  }
  await fs.rm(dataDir, { recursive: true, force: true })
}

export default async function startSystem() {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-e2e-'))
  const [cmsPort, sitePort, pushPort] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const chromium = await findChromium()
  const system = start({
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    CMS_PORT: String(cmsPort),
    SITE_PORT: String(sitePort),
    SAMPLE: process.env.PORTAL_E2E_SAMPLE ?? 'full',
    // of the sample's pictures, these would keep a small machine busy for minutes
    PICTURE_AVIF: 'off',
    LINK_CHECK: 'off',
    PUSH_SERVICES: `http://127.0.0.1:${pushPort}`,
  })
  const [portalUrl, deskUrl] = [`http://localhost:${sitePort}`, `http://localhost:${cmsPort}/admin`]
  try {
    await untilReady(system)
    await askForNoReviews(deskUrl, dataDir)
  } catch (error) {
    await stop(system, dataDir)
    throw error
  }
  handOver({ portalUrl, deskUrl, dataDir, chromium, pushPort: String(pushPort) })
  return () => stop(system, dataDir)
}
