/** A process that is killed and comes back, sooner than under the product's supervisor: a run has hundreds of kills. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type ProcessSpec, type RunningProcess, startProcess } from '../processes/start-process.ts'
import type { Complaints } from './complaints.ts'

export type Kept = ReturnType<typeof keepRunning>

export function keepRunning(spec: ProcessSpec, pauseMs: () => number, complaints: Complaints) {
  const stopping = new AbortController()
  let current: RunningProcess = startProcess(spec)
  let isKilled = false
  let downs = 0

  async function life() {
    for (;;) {
      const { code, signal } = await current.exited
      downs += 1
      if (stopping.signal.aborted) return
      if (!isKilled) complaints.add(`${spec.name} ended by itself (${signal ?? code})`)
      isKilled = false
      await sleep(pauseMs(), undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      current = startProcess(spec)
    }
  }
  const ended = life()

  return {
    name: spec.name,
    /** how often it went down: a request that saw no other number met no kill */
    downs: () => downs,
    /** SIGKILL; resolves when it is gone */
    async kill() {
      const killed = current
      isKilled = true
      killed.kill()
      await killed.exited
    },
    async stop() {
      stopping.abort()
      await current.stop()
      await ended
    },
  }
}
