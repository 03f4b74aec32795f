/** Steps with their time: one live line in a terminal, finished steps above it; plain lines elsewhere. */
import { formatSeconds } from './format.mjs'

/** Where no terminal shows a live line, a step that takes long says that it has begun. */
const SAY_BEGUN_AFTER_MS = 3000
const REFRESH_MS = 500

/**
 * @typedef {{
 *   run: <T>(title: string, work: () => Promise<T>) => Promise<T>,
 *   say: (line: string) => void,
 * }} Steps
 */

/**
 * @param {NodeJS.WriteStream} out
 * @returns {Steps}
 */
export function createSteps(out) {
  /** @type {Map<string, number>} */
  const running = new Map()
  /** @type {NodeJS.Timeout | undefined} */
  let timer

  const clear = () => {
    if (out.isTTY && running.size > 0) out.write('\r\x1b[2K')
  }
  const draw = () => {
    if (!out.isTTY || running.size === 0) return
    const longest = Date.now() - Math.min(...running.values())
    out.write(`\r\x1b[2K… ${[...running.keys()].join('、')} ${formatSeconds(longest)}`)
  }
  const say = (/** @type {string} */ line) => {
    clear()
    out.write(`${line}\n`)
    draw()
  }
  const begin = (/** @type {string} */ title) => {
    running.set(title, Date.now())
    if (out.isTTY) timer ??= setInterval(draw, REFRESH_MS).unref()
    draw()
    return setTimeout(() => {
      if (!out.isTTY) out.write(`… ${title}\n`)
    }, SAY_BEGUN_AFTER_MS).unref()
  }
  const end = (/** @type {string} */ title, /** @type {NodeJS.Timeout} */ begun) => {
    clearTimeout(begun)
    clear()
    running.delete(title)
    if (running.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }

  return {
    say,
    run: async (title, work) => {
      const startedAt = Date.now()
      const begun = begin(title)
      try {
        const result = await work()
        end(title, begun)
        say(`✓ ${title} ${formatSeconds(Date.now() - startedAt)}`)
        return result
      } catch (error) {
        end(title, begun)
        throw error
      }
    },
  }
}
