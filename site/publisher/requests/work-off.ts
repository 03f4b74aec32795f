/** The publisher's side of an operator's request: done between batches, and again if it was killed half way. */

import type { Requests } from '../follow/hooks.ts'
import { takeArrived } from '../follow/take-arrived.ts'
import { bringTreeUpToDate, release } from '../follow/up-to-date.ts'
import type { Engine } from '../follow.ts'
import type { Manifest } from '../releases/manifest.ts'
import { pinnedRelease, rollBack } from '../releases/rollback.ts'
import type { Renderer } from '../renderer.ts'
import { problemOf } from '../report/problem.ts'
import { repair } from '../verify/repair.ts'
import type { OperatorRequest, OperatorRequests, RequestOutcome, Task } from './table.ts'

type Done = Omit<Extract<RequestOutcome, { release: string }>, 'durationMs'> | Extract<RequestOutcome, { code: string }>

const doneWith = ({ name, pages, failed }: Manifest): Done => ({ release: name, pages, failed })

type Rollback = Pick<Engine, 'database' | 'journal' | 'siteDir' | 'now'>

async function goBack(context: Rollback, name: string): Promise<Done> {
  const outcome = await rollBack(context, name)
  return 'refused' in outcome ? { code: outcome.refused, reason: name } : doneWith(outcome)
}

async function mend(engine: Engine, renderer: Renderer, task: Extract<Task, { kind: 'repair' }>): Promise<Done> {
  const pinned = pinnedRelease(engine.journal)
  if (pinned) return { code: 'PINNED', reason: pinned }
  const mended = await repair({ ...engine, clientDir: renderer.clientDir }, task)
  // a request that waits would end it before the first page, and this one is still open; so would a log not yet read to its end
  const { requests: _waiting, feed, ...rest } = engine
  const alone = { ...rest, feed: { ...feed, isBehind: () => false } }
  await bringTreeUpToDate(alone, renderer)
  return mended
}

function perform(engine: Engine, renderer: Renderer, task: Task): Promise<Done> {
  switch (task.kind) {
    case 'rebuild':
      takeArrived(engine)
      return release(engine, renderer, 'rebuild').then(doneWith)
    case 'rollback':
      return goBack(engine, task.release)
    case 'repair':
      return mend(engine, renderer, task)
    default:
      return task satisfies never
  }
}

/** What stops the engine stops the request, too, and is told; a signal leaves it to be done at the next start. */
function failureOf(error: unknown, signal: AbortSignal): Done {
  signal.throwIfAborted()
  const { code, reason } = problemOf(error)
  return { code: code === 'PAUSED' ? 'UNEXPECTED' : code, reason }
}

type Log = Pick<Engine, 'logger' | 'signal' | 'now'>

async function settle(
  { logger, signal, now }: Log,
  requests: OperatorRequests,
  { id, task }: OperatorRequest,
  work: () => Promise<Done>,
) {
  const startedAt = now()
  requests.start(id, startedAt)
  logger.info({ task }, 'working off a request')
  const done = await work().catch((error: unknown) => {
    logger.error({ err: error, task: task.kind }, 'a request failed')
    return failureOf(error, signal)
  })
  const durationMs = now().getTime() - startedAt.getTime()
  requests.finish(id, 'code' in done ? done : { ...done, durationMs }, now())
}

/** Going back needs no app: it works also when the present one does not load. Stops at the first request that does. */
export async function workOffRollbacks(context: Rollback & Log, requests: OperatorRequests): Promise<void> {
  for (let request = requests.next(); request?.task.kind === 'rollback'; request = requests.next()) {
    const { release } = request.task
    await settle(context, requests, request, () => goBack(context, release))
  }
}

export const workingOff = (requests: OperatorRequests): Requests => ({
  areWaiting: requests.areWaiting,
  workOff: async (engine) => {
    const { renderer } = engine
    if (!renderer) return
    for (let request = requests.next(); request; request = requests.next()) {
      const { task } = request
      await settle(engine, requests, request, () => perform(engine, renderer, task))
    }
  },
})
