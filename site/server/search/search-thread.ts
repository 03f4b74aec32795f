/** The search thread and the queue before it. One that hangs or dies is replaced; the index is on disk. */
import { Piscina } from 'piscina'
import type { Answer, SearchThreadData, Task } from './search-worker.ts'

const MOST_WAITING = 100
const QUEUE_IS_FULL = /queue is at limit/

export const isFull = (error: unknown) => error instanceof Error && QUEUE_IS_FULL.test(error.message)

export type SearchThread = { ask: (task: Task) => Promise<Answer>; close: () => Promise<void> }

type Options = SearchThreadData & { limitMs: number; onProblem: (error: Error) => void }

export function startSearchThread({ limitMs, onProblem, ...workerData }: Options): SearchThread {
  const pool = new Piscina<Task, Answer>({
    filename: new URL('./search-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    maxQueue: MOST_WAITING,
    // an idle thread would sleep until it is asked, and follow nothing
    atomics: 'disabled',
    workerData,
  })
  pool.on('error', onProblem)
  return {
    ask: (task) => pool.run(task, { signal: AbortSignal.timeout(limitMs) }),
    close: () => pool.destroy(),
  }
}
