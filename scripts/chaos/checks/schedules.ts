/** Each plan was carried out once, not before its second, and the desk says so. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Change } from '../../../site/src/content/documents.ts'
import type { ChangeLog } from '../change-log.ts'
import type { Desk } from '../desk.ts'
import { type Planned, planAddress } from '../schedule-planner.ts'

const DONE_WITHIN_MS = 30_000
const ASK_AGAIN_MS = 200

const stateSchema = z.object({ state: z.string() }).nullable()
const planSchema = z.object({ data: z.object({ publish: stateSchema, unpublish: stateSchema }) })

const EVENTS = { publish: ['published'], unpublish: ['published', 'unpublished'] } as const

async function stateOf(desk: Desk, { documentId, action }: Planned): Promise<string> {
  const { json } = await desk.read(planAddress(documentId))
  return planSchema.parse(json).data[action]?.state ?? 'nothing'
}

async function settledState(desk: Desk, planned: Planned, signal: AbortSignal): Promise<string> {
  for (const deadline = Date.now() + DONE_WITHIN_MS; ; ) {
    const state = await stateOf(desk, planned)
    if ((state !== 'planned' && state !== 'running') || Date.now() > deadline) return state
    await sleep(ASK_AGAIN_MS, undefined, { signal })
  }
}

function wrongInLog({ documentId, action, due }: Planned, rows: readonly Change[]): string[] {
  const own = rows.filter((row) => row.documentId === documentId)
  const events = own.map(({ event }) => event).join(', ')
  const expected = EVENTS[action].join(', ')
  if (events !== expected) return [`${documentId} has “${events}” in the change log, not “${expected}”`]
  const last = own.at(-1)
  return last && new Date(last.at) < due ? [`${documentId} was changed before its second`] : []
}

export async function checkSchedules(
  planned: readonly Planned[],
  desk: Desk,
  log: ChangeLog,
  signal: AbortSignal,
): Promise<string[]> {
  const wrong: string[] = []
  for (const one of planned) {
    const state = await settledState(desk, one, signal)
    if (state !== 'done') wrong.push(`the plan to ${one.action} ${one.documentId} is ${state}`)
  }
  const rows = await log.all()
  const gap = rows.find(({ sequence }, index) => sequence !== index + 1)
  if (gap) wrong.push(`the change log is not without gaps before ${gap.sequence}`)
  return [...wrong, ...planned.flatMap((one) => wrongInLog(one, rows))]
}
