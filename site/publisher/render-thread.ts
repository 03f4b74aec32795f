/** One rendering thread from outside: takes one job at a time and is ended when a page takes too long. */
import { Worker } from 'node:worker_threads'
import type { FailureCode } from './live-report.ts'
import { type Answer, type Job, type Outcome, POSITION_BYTES, type ThreadData } from './render-protocol.ts'

const LOADING = -1
/** Pages are short-lived: more of it saves little time and much less memory than it costs. */
const YOUNG_MEMORY_MB = 16

/** What went wrong with one page; `address` is empty when no page can be named. */
export class RenderProblem extends Error {
  readonly code: FailureCode
  readonly address: string

  constructor(code: FailureCode, address: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.address = address
  }
}

export type ThreadSettings = {
  /** file URL of the compiled app */
  entry: string
  readModelPath: string
  siteUrl: string
  /** how long one page may take */
  pageLimitMs: number
  memoryMb: number
}

export type RenderThread = {
  /** @throws RenderProblem naming the page of the warm-up that it died of, or none when it cannot load the app */
  started: Promise<void>
  /**
   * One job at a time.
   * @throws RenderProblem with the page it died of, the thread is gone then; or what the file system said
   */
  run: (job: Job) => Promise<Outcome[]>
  isAlive: () => boolean
  end: () => Promise<void>
}

type Work = { addresses: readonly string[]; settle: PromiseWithResolvers<Answer> }

const reasonOf = (error: NodeJS.ErrnoException) =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'the page wants more memory than it may have' : error.message

function outcomesOf(answer: Answer): Outcome[] {
  if ('error' in answer) throw answer.error
  return 'outcomes' in answer ? answer.outcomes : []
}

export function startRenderThread(
  { entry, readModelPath, siteUrl, pageLimitMs, memoryMb }: ThreadSettings,
  warmUp: readonly string[],
): RenderThread {
  const position = new SharedArrayBuffer(POSITION_BYTES)
  const rendering = new Int32Array(position).fill(LOADING)
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    workerData: { entry, warmUp, position } satisfies ThreadData,
    env: { ...process.env, READ_MODEL: readModelPath, SITE_URL: siteUrl },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
  })
  let work: Work | null = null
  let timer: NodeJS.Timeout | undefined
  let isGone = false

  function begin(addresses: readonly string[]): Promise<Answer> {
    const settle = Promise.withResolvers<Answer>()
    work = { addresses, settle }
    watch()
    return settle.promise
  }

  /** The clock starts anew with every page of the job. */
  function watch() {
    const seen = Atomics.load(rendering, 0)
    timer = setTimeout(() => {
      if (seen === LOADING || Atomics.load(rendering, 0) !== seen) return watch()
      fail('RENDER_TIMEOUT', `rendering took longer than ${pageLimitMs / 1000} s`)
      void worker.terminate()
    }, pageLimitMs)
  }

  function finish(): Work | null {
    clearTimeout(timer)
    const finished = work
    work = null
    return finished
  }

  function fail(code: FailureCode, reason: string, cause?: unknown) {
    if (isGone) return
    isGone = true
    const address = work?.addresses[Atomics.load(rendering, 0)] ?? ''
    finish()?.settle.reject(new RenderProblem(code, address, reason, { cause }))
  }

  worker.on('message', (answer: Answer) => {
    worker.unref()
    finish()?.settle.resolve(answer)
  })
  worker.on('error', (error) => fail('RENDER_FAILED', reasonOf(error), error))
  worker.on('exit', (code) => fail('RENDER_FAILED', `the rendering thread ended with code ${code}`))

  return {
    started: begin(warmUp).then(() => undefined),
    run: async (job) => {
      worker.ref()
      Atomics.store(rendering, 0, 0)
      const answer = begin(job.addresses)
      worker.postMessage(job)
      return outcomesOf(await answer)
    },
    isAlive: () => !isGone,
    end: async () => {
      isGone = true
      finish()?.settle.reject(new Error('the rendering thread was ended'))
      await worker.terminate()
    },
  }
}
