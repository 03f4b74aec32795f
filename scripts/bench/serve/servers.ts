/** The servers that are compared, each in processes of its own, over one tree. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { plainConfiguration, portalConfiguration, startNginx } from '../../nginx/start-nginx.ts'
import { freePort, tryConnect } from '../../nginx/try-connect.ts'
import { childEnvironment } from '../../settings/child-environment.ts'
import { parseSettings } from '../../settings/schema.ts'
import { ensureSecrets } from '../../settings/secrets.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const READY_WITHIN_MS = 20_000

export type RunningServer = { name: string; port: number; stop: () => Promise<void> }

/** As `npm start` gives it to the portal's server; nobody asks the CMS. */
function environmentOf(dataDir: string, port: number): NodeJS.ProcessEnv {
  const parsed = parseSettings({ DATA_DIR: dataDir, SITE_PORT: String(port), LOG_LEVEL: 'error' }, root)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return childEnvironment(parsed.settings, ensureSecrets(parsed.settings), 'production')
}

async function startPortal(dataDir: string): Promise<RunningServer> {
  const port = await freePort()
  const env = environmentOf(dataDir, port)
  const child = spawn(process.execPath, [path.join(root, 'site/server/run.ts')], { env, stdio: 'inherit' })
  const ended = once(child, 'exit')
  const failed = ended.then(() => {
    throw new Error('the portal server does not start')
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  await Promise.race([tryConnect(port, READY_WITHIN_MS), failed])
  failed.catch(() => undefined)
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
