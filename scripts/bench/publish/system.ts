/** A whole system as `npm start` makes it, on a scratch folder and ports of its own. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildStale } from '../../builds/build-stale.ts'
import type { Steps } from '../../console/steps.mjs'
import { freePort } from '../../nginx/try-connect.ts'
import { SETTING_NAMES } from '../../settings/schema.ts'
import { fillEmptyDatabase } from '../../start/fill-empty-database.ts'
import { type OpenSystem, openSystem, root } from '../../start/open-system.ts'
import { listProcesses, type Processes } from '../../start/processes.ts'
import { createSystem } from '../../start/system.ts'
import { askForNoReviews } from './without-reviews.ts'

export type ScratchSettings = {
  name: string
  sample: 'full' | 'none'
  databaseUrl?: string
  /** a folder that was left for another time */
  dataDir?: string | null
  /** as the college's columns do; otherwise everything may be published at once */
  asksForReviews?: boolean
}
export type Scratch = {
  dataDir: string
  cmsUrl: string
  siteUrl: string
  cmsFile: string
  readModelFile: string
  publisherLog: string
}
export type ScratchSystem = Scratch & {
  open: OpenSystem
  processes: Processes
  start: () => Promise<void>
  stop: () => Promise<void>
  remove: () => void
}

/** Neither `.env` nor the shell has a say: an empty value counts as not given. */
function settle(settings: Record<string, string>) {
  for (const name of SETTING_NAMES) process.env[name] = settings[name] ?? ''
}

/** Built, with columns and a first account; without posts where no sample is asked for. */
export async function openScratchSystem(
  steps: Steps,
  signal: AbortSignal,
  { name, sample, databaseUrl = '', dataDir: left, asksForReviews = false }: ScratchSettings,
): Promise<ScratchSystem> {
  const dataDir = left ?? fs.mkdtempSync(path.join(os.tmpdir(), `portal-${name}-`))
  const [CMS_PORT, SITE_PORT] = [String(await freePort()), String(await freePort())]
  settle({ DATA_DIR: dataDir, CMS_PORT, SITE_PORT, SAMPLE: sample, LOG_LEVEL: 'info', DATABASE_URL: databaseUrl })
  const open = await openSystem('production', steps)
  const processes = listProcesses(open)
  await buildStale({ root, logDir: open.logDir, env: open.env, steps, signal })
  await fillEmptyDatabase(processes.seed, steps, signal)
  if (!asksForReviews) await askForNoReviews(dataDir, databaseUrl)
  let system: ReturnType<typeof createSystem> | null = null
  const stop = async () => {
    await system?.stop()
    system = null
  }
  return {
    open,
    processes,
    dataDir,
    cmsUrl: `http://127.0.0.1:${CMS_PORT}`,
    siteUrl: `http://127.0.0.1:${SITE_PORT}`,
    cmsFile: path.join(dataDir, 'cms.sqlite'),
    readModelFile: path.join(dataDir, 'site', 'read-model.sqlite'),
    publisherLog: processes.publisher.log.file,
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
