/** The drawing process from outside: started when there is something to draw, ended when there was nothing for a while. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { CardDesign, CardShape } from '../../src/presentation/card.ts'

export type Task = { design: CardDesign; shape: CardShape; file: string; uploadsDir: string; cardsDir: string }
export type Answer = { problem: string | null }
export type Artist = {
  draw: (task: Task, signal: AbortSignal) => Promise<void>
  /** nothing is left to draw */
  rest: () => void
  close: () => void
}

const LIMIT_MS = 60_000
/** Who publishes one post often publishes another. */
const AWAKE_MS = 30_000

export function createArtist(): Artist {
  let child: ChildProcess | null = null
  let ending: NodeJS.Timeout | undefined

  function begin(): ChildProcess {
    const started = fork(path.join(import.meta.dirname, 'draw-process.ts'), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    started.once('exit', () => {
      if (child === started) child = null
    })
    return started
  }

  function close() {
    clearTimeout(ending)
    child?.kill('SIGKILL')
    child = null
  }

  return {
    close,
    rest() {
      clearTimeout(ending)
      ending = setTimeout(close, AWAKE_MS).unref()
    },
    /** @throws what went wrong with this card; the process is gone when it took too long */
    async draw(task, signal) {
      clearTimeout(ending)
      const drawing = child ?? begin()
      child = drawing
      const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)])
      const ended = new AbortController()
      const until = { signal: AbortSignal.any([limited, ended.signal]) }
      try {
        const answered = once(drawing, 'message', until) as Promise<[Answer]>
        const gone = once(drawing, 'exit', until).then(([code]) => {
          throw new Error(`the drawing process ended with ${code}`)
        })
        gone.catch(() => undefined)
        drawing.send(task)
        const [{ problem }] = await Promise.race([answered, gone])
        if (problem !== null) throw new Error(problem)
      } catch (error) {
        if (limited.aborted) close()
        throw error
      } finally {
        ended.abort()
      }
    },
  }
}
