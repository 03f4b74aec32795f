/** Keeps one process running: after an unexpected end it comes back, with growing pauses. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Exit, type ProcessSpec, type RunningProcess, startProcess } from './start-process.ts'

const PAUSES_MS = [1000, 2000, 4000, 8000, 16_000, 30_000]
/** one that ran this long has recovered: the pauses begin anew */
const RECOVERED_AFTER_MS = 60_000

export function pauseBefore(restart: number): number {
  return PAUSES_MS[Math.min(restart, PAUSES_MS.length - 1)] ?? 0
}

export type Supervised = {
  spec: ProcessSpec
  /** resolves when it ends before `keep` was called */
  failed: Promise<Exit>
  /** from now on an end is no reason to give up */
  keep: () => void
  stop: () => Promise<void>
}

export type Report = (spec: ProcessSpec, exit: Exit, pauseMs: number) => void

export function supervise(spec: ProcessSpec, report: Report): Supervised {
  const stopping = new AbortController()
  const failure = Promise.withResolvers<Exit>()
  let isKept = false
  let current: RunningProcess = startProcess(spec)

  const life = async () => {
    for (let restart = 0; ; ) {
      const startedAt = Date.now()
      const exit = await current.exited
      if (stopping.signal.aborted) return
      if (!isKept) return failure.resolve(exit)
      restart = Date.now() - startedAt >= RECOVERED_AFTER_MS ? 0 : restart
      const pause = pauseBefore(restart)
      report(spec, exit, pause)
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      restart += 1
      current = startProcess(spec)
    }
  }
  const ended = life()

  return {
    spec,
    failed: failure.promise,
    keep: () => {
      isKept = true
    },
    stop: async () => {
      stopping.abort()
      await current.stop()
      await ended
    },
  }
}
