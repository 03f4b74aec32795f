import { fork } from 'node:child_process'
import path from 'node:path'
import type { Picture, Rendition } from '../../stores/pictures'

const LIMIT_MS = 5 * 60 * 1000

/** @throws when the process ends without an answer, or takes too long */
export function makeAvif(picture: Picture, signal: AbortSignal): Promise<Rendition[]> {
  return new Promise((resolve, reject) => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)])
    const child = fork(path.join(__dirname, 'avif-process.js'), {
      signal: limited,
      killSignal: 'SIGKILL',
      execArgv: [],
    })
    child.once('message', (renditions) => resolve(renditions as Rendition[]))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the process that makes AVIF ended with ${code}`)))
    child.send(picture)
  })
}
