/** Renders many pages on all threads into a tree that nobody reads yet. */
import { eachAtOnce } from '../batch/each-at-once.ts'
import type { RenderPool } from '../render-pool.ts'
import type { Outcome, PageFailure, WrittenPage } from '../render-protocol.ts'
import { RenderProblem } from '../render-thread.ts'

/** enough that handing over costs nothing beside it, few enough that all threads end at the same time */
const PAGES_A_JOB = 32
/** more than there are threads: the next job waits where the last one ends */
const JOBS_AT_ONCE = 8

export type Sink = {
  written: (pages: WrittenPage[]) => void
  failed: (address: string, code: 'RENDER_FAILED' | 'RENDER_TIMEOUT', failure: PageFailure) => Promise<void>
  /** called with the number of pages that are settled since the last call */
  settled: (pages: number) => void
}

function* chunksOf(addresses: Iterable<string>): Iterable<string[]> {
  let chunk: string[] = []
  for (const address of addresses) {
    chunk.push(address)
    if (chunk.length < PAGES_A_JOB) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

async function settle(addresses: readonly string[], outcomes: readonly Outcome[], sink: Sink) {
  sink.written(outcomes.flatMap((outcome) => ('written' in outcome ? [outcome.written] : [])))
  for (const [index, outcome] of outcomes.entries())
    if ('failure' in outcome) await sink.failed(addresses[index] ?? '', 'RENDER_FAILED', outcome.failure)
  sink.settled(addresses.length)
}

/** A page that ends its thread takes the work of its job with it: the others are rendered again, without it. */
async function renderJob(
  pool: Pick<RenderPool, 'renderInto'>,
  root: string,
  addresses: string[],
  sink: Sink,
): Promise<void> {
  if (addresses.length === 0) return
  let outcomes: Outcome[]
  try {
    outcomes = await pool.renderInto(root, addresses)
  } catch (error) {
    if (!(error instanceof RenderProblem) || !addresses.includes(error.address)) throw error
    const code = error.code === 'RENDER_TIMEOUT' ? error.code : 'RENDER_FAILED'
    await sink.failed(error.address, code, error as PageFailure)
    sink.settled(1)
    const others = addresses.filter((address) => address !== error.address)
    return renderJob(pool, root, others, sink)
  }
  await settle(addresses, outcomes, sink)
}

/** @throws what stops all pages: the disk, the app that does not load, `signal` */
export async function renderTree(
  pool: Pick<RenderPool, 'renderInto'>,
  root: string,
  addresses: Iterable<string>,
  sink: Sink,
  signal: AbortSignal,
): Promise<void> {
  await eachAtOnce(chunksOf(addresses), JOBS_AT_ONCE, async (chunk) => {
    signal.throwIfAborted()
    await renderJob(pool, root, chunk, sink)
  })
  signal.throwIfAborted()
}
