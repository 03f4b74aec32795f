/**
 * Where papers are drawn: a thread of its own, for a receipt takes a tenth of a second of one core and a long sheet seconds, and
 * nobody else should wait for them. It begins with the first paper, works off one after another, and ends when it has had nothing to
 * do for a while.
 */
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Sheet } from './sheet'

export type Format = 'pdf' | 'xlsx'
export type Order = { number: number; sheet: Sheet; format: Format }
export type Made = { number: number; bytes: Uint8Array } | { number: number; failure: string }

export type Press = {
  /** @throws PressBusy, PressFailed */
  print(sheet: Sheet, format: Format): Promise<Uint8Array>
  /** What waits is given up. */
  close(): Promise<void>
}

/** More wait than could be drawn while somebody looks on. */
export class PressBusy extends Error {
  override name = 'PressBusy'
}
export class PressFailed extends Error {
  override name = 'PressFailed'
}

const MOST_WAITING = 100
/** for one paper: the longest sheets take three seconds of a core */
const LIMIT_MS = 120_000
const IDLE_MS = 5 * 60_000
/** three thousand rows want half of it */
const MEMORY_MB = 1024

type Waiting = { resolve(bytes: Uint8Array): void; reject(error: Error): void }

/** @param fonts `cms/fonts` */
export function openPress(fonts: string): Press {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let clock: NodeJS.Timeout | undefined
  let last = 0

  async function stop(reason: string): Promise<void> {
    const ending = thread
    thread = null
    clearTimeout(clock)
    for (const { reject } of waiting.values()) reject(new PressFailed(reason))
    waiting.clear()
    await ending?.terminate()
  }

  /** The one that is being drawn has its time; a press that nobody asks ends. */
  function watch(): void {
    clearTimeout(clock)
    const [ms, reason] = waiting.size > 0 ? [LIMIT_MS, `no paper within ${LIMIT_MS} ms`] : [IDLE_MS, 'idle']
    clock = setTimeout(() => void stop(reason), ms).unref()
  }

  function settle(made: Made): void {
    const one = waiting.get(made.number)
    waiting.delete(made.number)
    watch()
    if ('bytes' in made) one?.resolve(made.bytes)
    else one?.reject(new PressFailed(made.failure))
  }

  function start(): Worker {
    const started = new Worker(path.join(__dirname, 'paper-thread.js'), {
      workerData: { fonts },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const whenGone = (reason: string) => {
      if (thread === started) void stop(reason)
    }
    started.on('message', settle)
    started.on('error', (error) => whenGone(String(error)))
    started.on('exit', (code) => whenGone(`the thread ended with ${code}`))
    started.unref()
    return started
  }

  return {
    async print(sheet, format) {
      if (waiting.size >= MOST_WAITING) throw new PressBusy(`${waiting.size} papers wait`)
      thread ??= start()
      const order: Order = { number: ++last, sheet, format }
      thread.postMessage(order)
      return new Promise((resolve, reject) => {
        waiting.set(order.number, { resolve, reject })
        if (waiting.size === 1) watch()
      })
    },
    close: () => stop('closed'),
  }
}
