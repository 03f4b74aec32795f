/** One line that shows how far something is; on a terminal it is written over, elsewhere it appears now and then. */
import type { Writable } from 'node:stream'
import { countInWords, durationInWords } from './words.ts'

const BAR_WIDTH = 24
const SAY_EVERY_MS = 5000

export type Terminal = Writable & { isTTY?: boolean }

/** Time left by the rate so far; null while nothing can be said. */
export function timeLeftMs(done: number, total: number, elapsedMs: number): number | null {
  return done <= 0 || done > total ? null : (elapsedMs / done) * (total - done)
}

export function progressText(what: string, done: number, total: number, elapsedMs: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const filled = Math.round(share * BAR_WIDTH)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`
  const left = timeLeftMs(done, total, elapsedMs)
  const rest = left === null || done === total ? '' : `，约剩 ${durationInWords(left)}`
  return `${what} ${bar} ${Math.floor(share * 100)}%（${countInWords(done)}/${countInWords(total)}${rest}）`
}

export function progressLine(terminal: Terminal) {
  let saidAt = Number.NEGATIVE_INFINITY
  let isOpen = false

  return {
    show(text: string) {
      if (terminal.isTTY) {
        terminal.write(`\r\x1b[2K${text}`)
        isOpen = true
      } else if (performance.now() - saidAt >= SAY_EVERY_MS) {
        saidAt = performance.now()
        terminal.write(`${text}\n`)
      }
    },
    end() {
      if (isOpen) terminal.write('\r\x1b[2K')
      isOpen = false
    },
  }
}
