/**
 * How often the same was done within a window of time. What is remembered is a short hash under a salt that is made anew with each
 * window and never written down: nobody can tell from it who it was, not even a moment later.
 */
import { createHash, randomBytes } from 'node:crypto'

const MOST_REMEMBERED = 200_000
const HASH_CHARACTERS = 11

export function createLately(windowMs: number) {
  let salt = ''
  let endsAt = 0
  const seen = new Map<string, number>()

  function begin(now: number) {
    salt = randomBytes(16).toString('base64')
    endsAt = now + windowMs
    seen.clear()
  }

  return {
    /** @returns which time it is within this window: 1 for the first */
    note(what: readonly string[], now: number): number {
      if (now >= endsAt || seen.size >= MOST_REMEMBERED) begin(now)
      const hash = createHash('sha256')
        .update(JSON.stringify([salt, ...what]))
        .digest('base64url')
      const key = hash.slice(0, HASH_CHARACTERS)
      const times = (seen.get(key) ?? 0) + 1
      seen.set(key, times)
      return times
    },
    endsInMs: (now: number) => Math.max(0, endsAt - now),
  }
}

export type Lately = ReturnType<typeof createLately>
