/** The CMS dies around the seconds at which posts are due: afterwards each was published or taken down exactly once. */
import { setTimeout as sleep } from 'node:timers/promises'
import { printResult } from '../bench/print-result.ts'
import { openScratchSystem, type ScratchSystem } from '../bench/publish/system.ts'
import type { Steps } from '../console/steps.mjs'
import { openChangeLog } from './change-log.ts'
import { checkSchedules } from './checks/schedules.ts'
import { createComplaints } from './complaints.ts'
import { openDesk } from './desk.ts'
import { type Kept, keepRunning } from './keep-running.ts'
import type { Options } from './options.ts'
import { createRandom, type Random } from './random.ts'
import { openPlanner, type Planned, type Planner } from './schedule-planner.ts'

const POSTS_A_ROUND = 3
/** time for three plans to be written, and what the rules demand at least */
const DUE_IN_MS = 2000
const DUE_WITHIN_MS = 150
const KILL_WITHIN_MS = 250
/** while what was missed is being caught up */
const AGAIN_ONE_IN = 4
const AGAIN_WITHIN_MS = 300
const MOST_REST_MS = 200

type Scene = { planner: Planner; cms: Kept; random: Random; signal: AbortSignal }

/** @returns how many kills it took */
async function killRound({ planner, cms, random, signal }: Scene, most: number): Promise<number> {
  const soon = () => new Date(Date.now() + DUE_IN_MS + random.below(DUE_WITHIN_MS))
  const planned = await Promise.all(Array.from({ length: POSTS_A_ROUND }, () => planner.plan(soon)))
  const due = Math.max(...planned.map((one) => one.due.getTime()))
  const killAt = due + random.between(-KILL_WITHIN_MS, KILL_WITHIN_MS)
  await sleep(Math.max(0, killAt - Date.now()), undefined, { signal })
  await cms.kill()
  if (most < 2 || !random.isOneIn(AGAIN_ONE_IN)) return 1
  await planner.untilUp()
  await sleep(random.below(AGAIN_WITHIN_MS), undefined, { signal })
  await cms.kill()
  return 2
}

async function work(
  system: ScratchSystem,
  { schedules: kills = 100, seed }: Options,
  steps: Steps,
  signal: AbortSignal,
) {
  const random = createRandom(seed)
  const complaints = createComplaints(steps.say)
  const cms = keepRunning(system.processes.cms, () => random.below(MOST_REST_MS), complaints)
  try {
    const desk = openDesk(system.cmsUrl, system.dataDir, signal)
    const planner = await steps.run('启动，写好草稿', () => openPlanner(desk, kills * POSTS_A_ROUND, signal))
    await steps.run(`在到点前后杀 ${kills} 次`, async () => {
      for (let done = 0; done < kills; ) done += await killRound({ planner, cms, random, signal }, kills - done)
    })
    const log = openChangeLog(system.cmsUrl, String(system.open.env.PUBLICATION_TOKEN), signal)
    await steps.run('核对', async () => {
      for (const line of await checkSchedules(planner.planned, desk, log, signal)) complaints.add(line)
    })
    return { complaints, planned: planner.planned as readonly Planned[] }
  } finally {
    await cms.stop()
  }
}

/** @returns the exit code */
export async function runSchedules(options: Options, steps: Steps, signal: AbortSignal): Promise<number> {
  const startedAt = performance.now()
  const { seed, schedules: kills = 100 } = options
  steps.say(`种子 ${seed}`)
  const databaseUrl = process.env.DATABASE_URL ?? ''
  const system = await openScratchSystem(steps, signal, { name: 'chaos-schedules', sample: 'none', databaseUrl })
  const { complaints, planned } = await work(system, options, steps, signal)
  const wrong = complaints.count()
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  printResult('chaos-schedules', [{ seed, kills, planned: planned.length, wrong, seconds }], {
    ...{ seed, kills, planned: planned.length, seconds, wrong, complaints: complaints.lines },
  })
  if (wrong === 0) system.remove()
  else steps.say(`✗ ${wrong} 处不对。数据留在 ${system.dataDir}`)
  return wrong === 0 ? 0 : 1
}
