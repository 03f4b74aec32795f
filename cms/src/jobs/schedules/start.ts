/**
 * Carries out what is planned at its second. One timer is armed for the next due moment; the table is the truth: after
 * any stop, what came due meanwhile is done at once, and what another instance planned is seen at the latest half a minute on.
 */
import type { Core } from '@strapi/types'
import { claimDue, nextDue } from '../../stores/schedule-claims'
import { carryOut, type Explain } from './carry-out'

/** Emit it after the commit whenever something was planned or moved. */
export const SCHEDULES_CHANGED = 'schedules.changed'

const MAX_SLEEP_MS = 30_000
/** when the database itself does not answer */
const AFTER_FAULT_MS = 1000

const now = () => new Date()

export function createRunner(strapi: Core.Strapi, explain: Explain) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let isCalled = false
  let working: Promise<void> | null = null

  async function workOff() {
    for (let claim = await claimDue(strapi, now()); claim; claim = isStopped ? null : await claimDue(strapi, now()))
      await carryOut(strapi, claim, explain, now)
  }

  /** @returns milliseconds until the next */
  async function round(): Promise<number> {
    isCalled = false
    try {
      await workOff()
      const due = await nextDue(strapi)
      return due ? Math.min(MAX_SLEEP_MS, Math.max(0, due.getTime() - Date.now())) : MAX_SLEEP_MS
    } catch (error) {
      if (!isStopped) strapi.log.error(error)
      return AFTER_FAULT_MS
    }
  }

  /** Looks at the table at once; while it is being looked at, once more afterwards. */
  function wake() {
    isCalled = true
    if (isStopped || working) return
    clearTimeout(timer)
    working = round().then((pause) => {
      working = null
      if (isCalled) wake()
      else if (!isStopped) timer = setTimeout(wake, pause)
    })
  }

  return {
    wake,
    /** @returns when what is under way has ended */
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await working
    },
  }
}

/** Begins when this process serves: a seed or an import publishes nothing by the clock. @returns how to stop */
export function startSchedules(strapi: Core.Strapi, explain: Explain): () => Promise<void> {
  const runner = createRunner(strapi, explain)
  strapi.server.httpServer.once('listening', runner.wake)
  strapi.eventHub.on(SCHEDULES_CHANGED, async () => runner.wake())
  return runner.stop
}
