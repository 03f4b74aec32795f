/** `npm start` under the pinned Node: from settings to a running portal, and cleanly down again. */
import fs from 'node:fs'
import path from 'node:path'
import { buildStale } from '../builds/build-stale.ts'
import { formatSeconds } from '../console/format.mjs'
import { createSteps } from '../console/steps.mjs'
import { printProblem } from '../processes/problem.ts'
import { listenForStop } from '../processes/stop-signal.ts'
import { fillEmptyDatabase } from './fill-empty-database.ts'
import { type OpenSystem, openSystem, root, WrongSetting } from './open-system.ts'
import { listProcesses, type Processes } from './processes.ts'
import { createSystem, type System } from './system.ts'

const WRONG_SETTING_EXIT_CODE = 2

const steps = createSteps(process.stdout)
const startedAt = Number(process.env.PORTAL_STARTED_AT ?? Date.now())
const signal = listenForStop(() => process.exit(1))

async function prepare({ env, logDir }: OpenSystem, { seed }: Processes) {
  await buildStale({ root, logDir, env, steps, signal })
  await fillEmptyDatabase(seed, steps, signal)
}

function announce({ settings }: OpenSystem) {
  const firstLogin = path.join(settings.DATA_DIR, 'first-login.txt')
  const isLocal = settings.SITE_URL === `http://localhost:${settings.SITE_PORT}`
  steps.say(`\n已就绪，共 ${formatSeconds(Date.now() - startedAt)}`)
  steps.say(`  门户      http://localhost:${settings.SITE_PORT}${isLocal ? '' : `  （对外 ${settings.SITE_URL}）`}`)
  steps.say(`  管理台    http://localhost:${settings.CMS_PORT}/admin`)
  if (fs.existsSync(firstLogin)) steps.say(`  首批账号  ${firstLogin}`)
  steps.say(`  日志      ${path.join(settings.DATA_DIR, 'logs')}`)
  steps.say('按 Ctrl-C 停止。')
}

async function stopAll(system: System | undefined) {
  if (system) await steps.run('停止', system.stop)
}

async function main(): Promise<number> {
  let system: System | undefined
  try {
    const open = await openSystem('production', steps)
    const processes = listProcesses(open)
    await prepare(open, processes)
    system = createSystem(open, processes, steps)
    await system.start(signal)
    announce(open)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    await stopAll(system)
    return 0
  } catch (error) {
    if (!signal.aborted) printProblem(error)
    await stopAll(system)
    if (signal.aborted) return 0
    return error instanceof WrongSetting ? WRONG_SETTING_EXIT_CODE : 1
  }
}

process.exit(await main())
