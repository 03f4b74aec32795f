/** Inside a rendering thread: the compiled app over a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Answer, Job, Outcome, ThreadData } from './render-protocol.ts'
import type { Render } from './renderer.ts'

const { entry, warmUp, position } = workerData as ThreadData
const port = parentPort
if (!port) throw new Error('render-worker.ts runs as a worker thread only')

const rendering = new Int32Array(position)
const { render } = (await import(entry)) as { render: Render }

async function outcomeOf(address: string): Promise<Outcome> {
  try {
    return { page: await render(address) }
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return { failure: { message, stack } }
  }
}

async function outcomesOf(addresses: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [index, address] of addresses.entries()) {
    Atomics.store(rendering, 0, index)
    outcomes.push(await outcomeOf(address))
  }
  return outcomes
}

const buffersOf = (outcomes: Outcome[]) =>
  outcomes.flatMap((outcome) => ('page' in outcome ? [outcome.page.body.buffer as ArrayBuffer] : []))

port.on('message', async ({ addresses }: Job) => {
  const answer: Answer = await outcomesOf(addresses)
  port.postMessage(answer, buffersOf(answer))
})
await outcomesOf(warmUp)
port.postMessage(null satisfies Answer)
