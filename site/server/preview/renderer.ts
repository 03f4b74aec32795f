/** One thread for previews, started at the first and ended when it is idle. A render that hangs is cut off with it. */
import { Piscina } from 'piscina'
import type { Arrangement } from './arrangement.ts'
import type { Rendered, RenderTask } from './render-task.ts'

const IDLE_MS = 5 * 60_000
const MOST_WAITING = 20

export type PreviewRenderer = {
  render: (arrangement: Arrangement) => Promise<Rendered>
  close: () => Promise<void>
}

type Options = { readModelPath: string; distDir: string; limitMs: number }

export function createPreviewRenderer({ readModelPath, distDir, limitMs }: Options): PreviewRenderer {
  const pool = new Piscina<RenderTask, Rendered>({
    filename: new URL('./render-task.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    maxQueue: MOST_WAITING,
  })
  return {
    render: (arrangement) =>
      pool.run({ arrangement, readModelPath, distDir }, { signal: AbortSignal.timeout(limitMs) }),
    close: () => pool.destroy(),
  }
}
