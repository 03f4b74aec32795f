/** The servers that are compared, each in processes of its own, over one tree. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { plainConfiguration, portalConfiguration, startNginx } from '../../nginx/start-nginx.ts'
import { freePort, tryConnect } from '../../nginx/try-connect.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const READY_WITHIN_MS = 20_000

export type RunningServer = { name: string; port: number; stop: () => Promise<void> }

async function startPortal(dataDir: string): Promise<RunningServer> {
  const port = await freePort()
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    CMS_URL: 'http://127.0.0.1:9',
    HOST: '127.0.0.1',
    SITE_PORT: String(port),
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, [path.join(root, 'site/server/run.ts')], { env, stdio: 'inherit' })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  await tryConnect(port, READY_WITHIN_MS)
  return { name: 'portal server', port, stop }
}

async function startOurNginx(liveDir: string, portalPort: number): Promise<RunningServer> {
  const port = await freePort()
  const { stop } = await startNginx(portalConfiguration({ port, root: liveDir, portalPort }), port)
  return { name: 'nginx, our configuration', port, stop }
}

async function startPlainNginx(liveDir: string): Promise<RunningServer> {
  const port = await freePort()
  const { stop } = await startNginx(plainConfiguration({ port, root: liveDir }), port)
  return { name: 'nginx, plain', port, stop }
}

/** @param withNginx false: the machine has none */
export async function startServers(dataDir: string, liveDir: string, withNginx: boolean): Promise<RunningServer[]> {
  const portal = await startPortal(dataDir)
  if (!withNginx) return [portal]
  return [portal, await startOurNginx(liveDir, portal.port), await startPlainNginx(liveDir)]
}
