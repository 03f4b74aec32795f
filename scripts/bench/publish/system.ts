/** A whole system as `npm start` makes it, on a scratch folder and ports of its own. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildStale } from '../../builds/build-stale.ts'
import type { Steps } from '../../console/steps.mjs'
import { freePort } from '../../nginx/try-connect.ts'
import { SETTING_NAMES } from '../../settings/schema.ts'
import { fillEmptyDatabase } from '../../start/fill-empty-database.ts'
import { openSystem, root } from '../../start/open-system.ts'
import { listProcesses } from '../../start/processes.ts'
import { createSystem } from '../../start/system.ts'

export type Scratch = { dataDir: string; cmsUrl: string; siteUrl: string; cmsFile: string; readModelFile: string }
export type ScratchSystem = Scratch & { start: () => Promise<void>; stop: () => Promise<void>; remove: () => void }

/** Neither `.env` nor the shell has a say: an empty value counts as not given. */
function settle(settings: Record<string, string>) {
  for (const name of SETTING_NAMES) process.env[name] = settings[name] ?? ''
}

/** Built, with columns and a first account, and without posts. */
export async function openScratchSystem(steps: Steps, signal: AbortSignal): Promise<ScratchSystem> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-publish-'))
  const [CMS_PORT, SITE_PORT] = [String(await freePort()), String(await freePort())]
  settle({ DATA_DIR: dataDir, CMS_PORT, SITE_PORT, SAMPLE: 'none', LOG_LEVEL: 'info' })
  const open = await openSystem('production', steps)
  const processes = listProcesses(open)
  await buildStale({ root, logDir: open.logDir, env: open.env, steps, signal })
  await fillEmptyDatabase(processes.seed, steps, signal)
  let system: ReturnType<typeof createSystem> | null = null
  const stop = async () => {
    await system?.stop()
    system = null
  }
  return {
    dataDir,
    cmsUrl: `http://127.0.0.1:${CMS_PORT}`,
    siteUrl: `http://127.0.0.1:${SITE_PORT}`,
    cmsFile: path.join(dataDir, 'cms.sqlite'),
    readModelFile: path.join(dataDir, 'site', 'read-model.sqlite'),
    start: async () => {
      system = createSystem(open, processes, steps)
      await system.start(signal)
    },
    stop,
    remove: () => {
      open.close()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
