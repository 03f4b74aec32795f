/** One line that says how far the import is, how fast, and how long it will take. */
import type { Phase } from './import-policies.ts'

const names = { survey: '读取', save: '导入', link: '关联版本' } as const satisfies Record<Phase, string>

const REWRITE_EVERY_MS = 100
const LINE_EVERY_MS = 5_000
const LINE_EVERY_FILES = 50

export type ProgressOutput = { isTTY?: boolean; columns?: number; write(text: string): unknown }

/** `75` seconds → `1 分 15 秒` */
export function inMinutes(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const minutes = Math.floor(whole / 60)
  return minutes === 0 ? `${whole} 秒` : `${minutes} 分 ${whole % 60} 秒`
}

export function progressLine(phase: Phase, done: number, total: number, elapsedMs: number): string {
  const share = total === 0 ? 100 : Math.floor((done / total) * 100)
  const head = `${names[phase]} ${done}/${total}（${share}%）`
  if (done === 0 || elapsedMs <= 0) return head
  const perSecond = (done / elapsedMs) * 1000
  const rate = perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1)
  return `${head}，每秒 ${rate} 篇${done < total ? `，约剩 ${inMinutes((total - done) / perSecond)}` : ''}`
}

/** Rewrites one line on a terminal; elsewhere (a log, a pipe) writes a line now and then. */
export class Progress {
  readonly #output: ProgressOutput
  readonly #now: () => number
  #phase: Phase | null = null
  #startedAt = 0
  #shownAt = 0
  #shownDone = 0

  constructor(output: ProgressOutput, now: () => number = Date.now) {
    this.#output = output
    this.#now = now
  }

  report = (phase: Phase, done: number, total: number) => {
    const now = this.#now()
    if (phase !== this.#phase) {
      this.#phase = phase
      this.#startedAt = now
      this.#shownAt = now
      this.#shownDone = 0
    }
    const since = now - this.#shownAt
    const isDue = this.#output.isTTY
      ? since >= REWRITE_EVERY_MS
      : phase !== 'survey' && (since >= LINE_EVERY_MS || done - this.#shownDone >= LINE_EVERY_FILES)
    if (!isDue && done < total) return
    if (done >= total && phase === 'survey' && !this.#output.isTTY) return
    this.#shownAt = now
    this.#shownDone = done
    const line = progressLine(phase, done, total, now - this.#startedAt)
    const end = done >= total || !this.#output.isTTY ? '\n' : ''
    this.#output.write(`${this.#output.isTTY ? '\r\u001b[2K' : ''}${line}${end}`)
  }
}
