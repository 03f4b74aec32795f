/** Inside a rendering thread: the compiled app over a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Answer, Job, Outcome, ThreadData } from './render-protocol.ts'
import type { Render } from './renderer.ts'
import { renderAll } from './write-pages.ts'

const { entry, warmUp, position } = workerData as ThreadData
const port = parentPort
if (!port) throw new Error('render-worker.ts runs as a worker thread only')

const rendering = new Int32Array(position)
const { render } = (await import(entry)) as { render: Render }

const work = (job: Job) => renderAll(render, job, (index) => Atomics.store(rendering, 0, index))

/** Bodies change hands, they are not copied. */
const buffersOf = (outcomes: Outcome[]) =>
  outcomes.flatMap((outcome) => ('page' in outcome ? [outcome.page.body.buffer as ArrayBuffer] : []))

port.on('message', async (job: Job) => {
  try {
    const outcomes = await work(job)
    port.postMessage({ outcomes } satisfies Answer, buffersOf(outcomes))
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    port.postMessage({ error: Object.assign(new Error(message), { code }) } satisfies Answer)
  }
})
await work({ addresses: warmUp, root: null })
port.postMessage({ warm: true } satisfies Answer)
