/** Rendering threads and the queue before them. A thread that a page has ended is replaced; the others go on. */
import type { Job, Outcome } from './render-protocol.ts'
import { RenderProblem, type RenderThread, startRenderThread, type ThreadSettings } from './render-thread.ts'
import type { Render } from './renderer.ts'

export type RenderPool = {
  /** Call it as often as there are pages; they wait their turn. @throws RenderProblem with the page's own message */
  render: Render
  /**
   * Renders pages on one thread and writes them into a tree that nobody reads yet; one outcome an address.
   * @throws RenderProblem naming the page that ended the thread; the others of the same call must be asked for again
   */
  renderInto: (root: string, addresses: readonly string[]) => Promise<Outcome[]>
  close: () => Promise<void>
}

type Waiting = { job: Job; settle: PromiseWithResolvers<Outcome[]> }

function createQueue(settings: ThreadSettings & { threads: number }, warmUp: readonly string[]) {
  const waiting: Waiting[] = []
  const idle: RenderThread[] = []
  const threads = new Set<RenderThread>()
  const deadly = new Set<string>()
  const ready = Promise.withResolvers<void>()
  let warm = 0
  let isClosed = false

  function spawn() {
    const thread = startRenderThread(
      settings,
      warmUp.filter((address) => !deadly.has(address)),
    )
    threads.add(thread)
    thread.started.then(
      () => welcome(thread),
      (error: Error) => refuse(thread, error),
    )
  }

  function welcome(thread: RenderThread) {
    warm += 1
    if (warm === settings.threads) ready.resolve()
    offer(thread)
  }

  function offer(thread: RenderThread) {
    if (thread.isAlive()) idle.push(thread)
    else threads.delete(thread)
    dispatch()
  }

  /** The page that hangs may be one of the warm-up: it is left out from then on. Without the app nothing can be done. */
  function refuse(thread: RenderThread, error: Error) {
    threads.delete(thread)
    if (error instanceof RenderProblem && error.address !== '') {
      deadly.add(error.address)
      return dispatch()
    }
    ready.reject(error)
    for (const { settle } of waiting.splice(0)) settle.reject(error)
  }

  async function work(thread: RenderThread, { job, settle }: Waiting) {
    await thread.run(job).then(settle.resolve, settle.reject)
    offer(thread)
  }

  function dispatch() {
    while (idle.length > 0 && waiting.length > 0) {
      const thread = idle.pop()
      const next = thread?.isAlive() ? waiting.shift() : undefined
      if (thread && next) void work(thread, next)
      else if (thread) threads.delete(thread)
    }
    while (!isClosed && threads.size < settings.threads) spawn()
  }

  return {
    start: () => {
      dispatch()
      return ready.promise
    },
    run: (job: Job): Promise<Outcome[]> => {
      const settle = Promise.withResolvers<Outcome[]>()
      waiting.push({ job, settle })
      dispatch()
      return settle.promise
    },
    close: async () => {
      isClosed = true
      for (const { settle } of waiting.splice(0)) settle.reject(new Error('the render pool is closed'))
      await Promise.all([...threads].map((thread) => thread.end()))
    },
  }
}

function problemOf(address: string, outcome: Outcome | undefined): RenderProblem {
  const failure = outcome && 'failure' in outcome ? outcome.failure : null
  const problem = new RenderProblem('RENDER_FAILED', address, failure?.message ?? 'the rendering thread gave no page')
  if (failure?.stack) problem.stack = failure.stack
  return problem
}

/**
 * Resolves when all threads are warm.
 * @param warmUp pages that each thread renders at its start, best one of each kind
 * @throws RenderProblem when the compiled app cannot be loaded
 */
export async function startRenderPool(
  settings: ThreadSettings & { threads: number },
  warmUp: readonly string[],
): Promise<RenderPool> {
  const queue = createQueue(settings, warmUp)
  await queue.start()
  return {
    render: async (address) => {
      const [outcome] = await queue.run({ addresses: [address], root: null })
      if (outcome && 'page' in outcome) return outcome.page
      throw problemOf(address, outcome)
    },
    renderInto: (root, addresses) => queue.run({ addresses, root }),
    close: queue.close,
  }
}
