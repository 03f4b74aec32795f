/** Posts that are due, one after the other; then posts that came due while the CMS was away. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { createComplaints } from '../../chaos/complaints.ts'
import { openDesk } from '../../chaos/desk.ts'
import { type Kept, keepRunning } from '../../chaos/keep-running.ts'
import { openPlanner, type Planned, type Planner } from '../../chaos/schedule-planner.ts'
import type { Steps } from '../../console/steps.mjs'
import { fillCms } from '../publish/fill-cms.ts'
import { untilAllLive } from '../publish/parts.ts'
import { openReader, type Reader } from '../publish/reader.ts'
import { openScratchSystem, type ScratchSystem } from '../publish/system.ts'

const SECOND_MS = 1000
/** the rules want a second's notice */
const NOTICE_MS = 1200
/** readers come a little before */
const EARLY_MS = 10
/** The reports of the last one must not stand in the way of the next. */
const PAUSE_MS = 100
const UP_PAUSE_MS = 2000
const ASK_AGAIN_MS = 5

type Settings = { count: number; overdueCount: number; articles: number; steps: Steps; signal: AbortSignal }

const nextSecond = () => new Date(Math.ceil((Date.now() + NOTICE_MS) / SECOND_MS) * SECOND_MS)
/** the same moment by the clock that measures */
const onClock = (moment: Date) => performance.now() + moment.getTime() - Date.now()

async function untilLive(reader: Reader, planner: Planner, planned: Planned, since: number): Promise<number> {
  return reader.until(planner.addressOf(planned), planner.wordsOf(planned), since)
}

async function measureOnTime(planner: Planner, reader: Reader): Promise<{ ms: number; planned: Planned }> {
  const planned = await planner.plan(nextSecond)
  await sleep(Math.max(0, planned.due.getTime() - Date.now() - EARLY_MS))
  const ms = await untilLive(reader, planner, planned, onClock(planned.due))
  await sleep(PAUSE_MS)
  return { ms, planned }
}

async function untilUp(cmsUrl: string): Promise<number> {
  for (;;) {
    const response = await fetch(`${cmsUrl}/_health`).catch(() => null)
    if (response?.ok) return performance.now()
    await sleep(ASK_AGAIN_MS)
  }
}

async function measureOverdue(planner: Planner, reader: Reader, cms: Kept, cmsUrl: string): Promise<number> {
  const planned = await planner.plan(nextSecond)
  await cms.kill()
  const up = await untilUp(cmsUrl)
  if (planned.due.getTime() > Date.now()) throw new Error('the CMS was up before the post was due')
  const ms = await untilLive(reader, planner, planned, up)
  await sleep(PAUSE_MS)
  return ms
}

/** From its second until the change stood in the log, as the CMS noted it. */
function loggedMs(cmsFile: string, planned: readonly Planned[]): number[] {
  const cms = new DatabaseSync(cmsFile, { readOnly: true })
  const find = cms.prepare('SELECT at_ms FROM publication_changes WHERE document_id = ? ORDER BY sequence DESC LIMIT 1')
  const found = planned.map(({ documentId, due }) => Number(find.get(documentId)?.at_ms) - due.getTime())
  cms.close()
  return found
}

async function measureRunning(system: ScratchSystem, { count, overdueCount, steps, signal }: Settings, cms: Kept) {
  const { cmsUrl, siteUrl, dataDir, cmsFile, readModelFile } = system
  const reader = openReader(siteUrl)
  try {
    await steps.run('waiting until all are live', async () => {
      await untilUp(cmsUrl)
      await untilAllLive(cmsFile, readModelFile, signal)
    })
    const desk = openDesk(cmsUrl, dataDir, signal)
    const planner = await steps.run('drafts', async () => {
      const opened = await openPlanner(desk, count + overdueCount, signal, ['publish'])
      // it changes a column, which renders every page anew
      await untilAllLive(cmsFile, readModelFile, signal)
      return opened
    })
    const planned: Planned[] = []
    const onTime: number[] = []
    await steps.run(`${count} posts, each at its second`, async () => {
      for (let n = 0; n < count; n += 1) {
        const sample = await measureOnTime(planner, reader)
        onTime.push(sample.ms)
        planned.push(sample.planned)
      }
    })
    const overdue: number[] = []
    await steps.run(`${overdueCount} posts that came due while the CMS was away`, async () => {
      for (let n = 0; n < overdueCount; n += 1) overdue.push(await measureOverdue(planner, reader, cms, cmsUrl))
    })
    return { onTime, logged: loggedMs(cmsFile, planned), overdue }
  } finally {
    reader.close()
  }
}

export async function measureSchedules(settings: Settings) {
  const { articles, steps, signal } = settings
  const system = await openScratchSystem(steps, signal, { name: 'bench-schedule', sample: 'none' })
  await steps.run('filling the CMS', async () => fillCms(system.cmsFile, articles))
  const complaints = createComplaints(steps.say)
  const kept = [system.processes.cms, system.processes.publisher, system.processes.server].map((spec) =>
    keepRunning(spec, () => UP_PAUSE_MS, complaints),
  )
  try {
    return await measureRunning(system, settings, kept[0] as Kept)
  } finally {
    await Promise.all(kept.map((one) => one.stop()))
    system.remove()
  }
}
