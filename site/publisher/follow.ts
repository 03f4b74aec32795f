/** The publisher's life: follow the change log, render what it touches, put it in place, tell the CMS. */
import { setTimeout as sleep } from 'node:timers/promises'
import { inTransaction } from '../sqlite/in-transaction.ts'
import { type Bell, createBell } from './follow/bell.ts'
import { createClock } from './follow/clock.ts'
import { assemble, type Engine, type Follower } from './follow/engine.ts'
import { REQUESTS_EVERY_MS, type Requests } from './follow/hooks.ts'
import { pauseMs } from './follow/pauses.ts'
import { takeArrived } from './follow/take-arrived.ts'
import { bringTreeUpToDate, finishIdleChanges } from './follow/up-to-date.ts'
import { finishSwitch } from './releases/finish-switch.ts'
import { liveName } from './releases/layout.ts'
import { pinnedRelease } from './releases/rollback.ts'
import { problemOf } from './report/problem.ts'

export type { Engine, Follower }

/** What was left half done, by a process that was killed or by a disk that was full, is known to be so. */
async function pickUp({ database, journal, now, onTreeChanged, siteDir, staging }: Engine) {
  await staging.clear()
  await finishSwitch(siteDir, journal, now())
  const release = await liveName(siteDir)
  inTransaction(database, () => {
    journal.doubtPending()
    if (release) onTreeChanged({ release })
  })
}

async function workOff(engine: Engine, requests: Requests) {
  const { onTreeChanged, siteDir, tell } = engine
  await requests.workOff(engine)
  const release = await liveName(siteDir)
  if (release) onTreeChanged({ release })
  tell()
}

/** One look at everything that may call for work. */
async function turn(engine: Engine) {
  if (engine.requests?.areWaiting()) await workOff(engine, engine.requests)
  // what came meanwhile is taken when publishing goes on: nothing of it is live
  if (pinnedRelease(engine.journal)) return
  takeArrived(engine)
  if (engine.renderer) await bringTreeUpToDate(engine, engine.renderer)
  else {
    engine.journal.settleAll()
    finishIdleChanges(engine)
  }
}

/** A full disk and the like: the old site stands, and what is to be done stays noted until it can be done. */
async function pauseAfter(engine: Engine, error: unknown, attempt: number) {
  const { logger, state, signal, tell } = engine
  state.problem = problemOf(error)
  logger.error({ err: error, problem: state.problem.code, pause: pauseMs(attempt) }, 'publishing stopped, trying again')
  tell()
  await sleep(pauseMs(attempt), undefined, { signal })
}

async function live(engine: Engine, bell: Bell) {
  const { journal, state, signal, tell } = engine
  const clock = createClock(journal, engine.retry, bell, engine.now)
  let isPickedUp = false
  try {
    for (let attempt = 0; ; ) {
      signal.throwIfAborted()
      try {
        if (!isPickedUp) await pickUp(engine)
        await turn(engine)
        // also at the start: the desk sees that the engine is there
        if (!isPickedUp) tell()
        isPickedUp = true
        clock.wind()
        engine.journal.moveIntoFile()
      } catch (error) {
        signal.throwIfAborted()
        isPickedUp = false
        await pauseAfter(engine, error, attempt)
        attempt += 1
        continue
      }
      attempt = 0
      state.problem = null
      await bell.rung(signal)
    }
  } finally {
    clock.stop()
  }
}

/** Resolves or throws when the signal says stop; problems of the disk or the CMS never end it. */
export async function follow(follower: Follower): Promise<void> {
  const bell = createBell()
  const { engine, feed, reporter } = assemble(follower, bell)
  const { requests } = follower
  const requestClock = requests && setInterval(() => requests.areWaiting() && bell.ring(), REQUESTS_EVERY_MS)
  const beside = [feed.run(), reporter.run()]
  try {
    await live(engine, bell)
  } finally {
    clearInterval(requestClock)
    await Promise.all(beside)
  }
}
