/** The drawing process from outside: started when there is something to draw, ended when there is not. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { CardDesign, CardShape } from '../../src/presentation/card.ts'

export type Task = { design: CardDesign; shape: CardShape; file: string; uploadsDir: string; cardsDir: string }
export type Answer = { problem: string | null }
export type Artist = { draw: (task: Task, signal: AbortSignal) => Promise<void>; rest: () => void }

const LIMIT_MS = 60_000

export function createArtist(): Artist {
  let child: ChildProcess | null = null

  function begin(): ChildProcess {
    const started = fork(path.join(import.meta.dirname, 'draw-process.ts'), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    started.once('exit', () => {
      if (child === started) child = null
    })
    return started
  }

  function rest() {
    child?.kill('SIGKILL')
    child = null
  }

  return {
    rest,
    /** @throws what went wrong with this card; the process is gone when it took too long */
    async draw(task, signal) {
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
        if (limited.aborted) rest()
        throw error
      } finally {
        ended.abort()
      }
    },
  }
}
