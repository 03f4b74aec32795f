/**
 * Where papers are drawn: a thread of its own, for a receipt takes a tenth of a second of one core and a long sheet seconds, and
 * nobody else should wait for them. It begins with the first paper, works off one after another, and ends when it has nothing to do.
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
  /** What is being drawn is given up. */
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
/** the longest sheets take five seconds */
const LIMIT_MS = 120_000
const IDLE_MS = 5 * 60_000

type Waiting = { resolve(bytes: Uint8Array): void; reject(error: Error): void; limit: NodeJS.Timeout }

/** @param fonts `cms/fonts` */
export function openPress(fonts: string): Press {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let last = 0

  async function stop(reason: string): Promise<void> {
    const ending = thread
    thread = null
    clearTimeout(idle)
    for (const { reject, limit } of waiting.values()) {
      clearTimeout(limit)
      reject(new PressFailed(reason))
    }
    waiting.clear()
    await ending?.terminate()
  }

  function settle(made: Made): void {
    const one = waiting.get(made.number)
    if (!one) return
    waiting.delete(made.number)
    clearTimeout(one.limit)
    if ('bytes' in made) one.resolve(made.bytes)
    else one.reject(new PressFailed(made.failure))
    if (waiting.size === 0) idle = setTimeout(() => void stop('idle'), IDLE_MS).unref()
  }

  function start(): Worker {
    const started = new Worker(path.join(__dirname, 'paper-thread.js'), { workerData: { fonts } })
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
    print(sheet, format) {
      if (waiting.size >= MOST_WAITING) return Promise.reject(new PressBusy(`${waiting.size} papers wait`))
      clearTimeout(idle)
      thread ??= start()
      const number = ++last
      const order: Order = { number, sheet, format }
      return new Promise((resolve, reject) => {
        const limit = setTimeout(() => void stop(`no paper within ${LIMIT_MS} ms`), LIMIT_MS).unref()
        waiting.set(number, { resolve, reject, limit })
        thread?.postMessage(order)
      })
    },
    close: () => stop('closed'),
  }
}
