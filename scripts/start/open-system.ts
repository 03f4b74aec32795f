/** What `npm start` and `npm run dev` have in common before anything runs. */
import path from 'node:path'
import type { Steps } from '../console/steps.mjs'
import { takeLock } from '../processes/lock.ts'
import { Problem } from '../processes/problem.ts'
import { childEnvironment, type Mode } from '../settings/child-environment.ts'
import { loadSettings } from '../settings/load.ts'
import type { Settings } from '../settings/schema.ts'
import { ensureSecrets } from '../settings/secrets.ts'
import { prepareDataDir } from './data-dir.ts'
import { requireFreePort } from './ports.ts'

export const root = path.resolve(import.meta.dirname, '../..')
/** the processes of a killed predecessor need a moment to notice and to let go of their ports */
const AFTER_CRASH_PATIENCE_MS = 20_000

export class WrongSetting extends Problem {}

export type OpenSystem = { settings: Settings; env: NodeJS.ProcessEnv; logDir: string; close: () => void }

function readSettings(say: (line: string) => void): Settings {
  const loaded = loadSettings(root)
  if ('problem' in loaded) throw new WrongSetting(loaded.problem)
  for (const name of loaded.unknownNames) say(`! .env 里的 ${name} 不是本项目的设置，没有使用。`)
  return loaded.settings
}

function lockDataDir(dataDir: string) {
  const lock = takeLock(path.join(dataDir, '.running'))
  if ('release' in lock) return lock
  throw new Problem(
    `数据目录 ${dataDir} 正由另一个进程（${lock.heldBy}）使用：请先停掉它，或用 DATA_DIR 指定另一个数据目录。`,
  )
}

/** @throws Problem in one sentence; WrongSetting when a setting is at fault */
export async function openSystem(mode: Mode, steps: Steps): Promise<OpenSystem> {
  const settings = readSettings(steps.say)
  const { DATA_DIR, HOST, CMS_PORT, SITE_PORT } = settings
  const warning = prepareDataDir(DATA_DIR)
  if (warning) steps.say(`! ${warning}`)
  const { release, afterCrash } = lockDataDir(DATA_DIR)
  process.once('exit', release)
  const patienceMs = afterCrash ? AFTER_CRASH_PATIENCE_MS : 0
  await requireFreePort({ variable: 'CMS_PORT', host: HOST, port: CMS_PORT }, patienceMs)
  await requireFreePort({ variable: 'SITE_PORT', host: HOST, port: SITE_PORT }, patienceMs)
  const env = childEnvironment(settings, ensureSecrets(settings), mode)
  return { settings, env, logDir: path.join(DATA_DIR, 'logs'), close: release }
}
