/** The change log as it comes: the next question is open while the last answer is being worked off. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { TakenChange } from '../apply-changes.ts'
import type { CmsClient } from '../cms-client.ts'
import { type Bell, createBell } from './bell.ts'
import { pauseMs } from './pauses.ts'

const WAIT_S = 25
/** what came due while the CMS was away has to be live within a second of its return */
const LONGEST_PAUSE_MS = 500
/** vain attempts are a line in the log twice a minute */
const SAID_EVERY = 60
/** Documents of this many changes are held in memory at most. */
const MOST_WAITING = 2000

type FeedSettings = {
  cms: CmsClient
  /** the sequence up to which everything is taken */
  cursor: number
  /** rung when there is something new to know */
  bell: Bell
  logger: Logger
  signal: AbortSignal
}
export type ChangeFeed = ReturnType<typeof openChangeFeed>

export function openChangeFeed({ cms, cursor, bell, logger, signal }: FeedSettings) {
  const waiting: TakenChange[] = []
  const room = createBell()
  const state = { asked: cursor, isBehind: true, hasCaughtUp: false, wentBack: false }

  async function ask() {
    const { data, meta } = await cms.changes(state.asked, state.hasCaughtUp ? WAIT_S : 0, signal)
    if (meta.latest < state.asked) {
      Object.assign(state, { asked: 0, isBehind: true, hasCaughtUp: false, wentBack: true })
      waiting.length = 0
      return
    }
    const takenAtMs = Date.now()
    for (const change of data) waiting.push({ ...change, takenAtMs })
    state.asked = data.at(-1)?.sequence ?? state.asked
    state.isBehind = data.length > 0 && state.asked < meta.latest
    if (!state.isBehind) state.hasCaughtUp = true
  }

  async function askForEver() {
    for (let attempt = 0; !signal.aborted; ) {
      while (waiting.length >= MOST_WAITING) await room.rung(signal)
      try {
        await ask()
        attempt = 0
      } catch (error) {
        if (signal.aborted) return
        // what has come is worked off meanwhile
        state.isBehind = false
        const pause = Math.min(pauseMs(attempt), LONGEST_PAUSE_MS)
        const reason = error instanceof Error ? error.message : String(error)
        if (attempt % SAID_EVERY === 0) logger.warn({ reason, pause }, 'following the CMS failed, trying again')
        bell.ring()
        attempt += 1
        await sleep(pause, undefined, { signal }).catch(() => undefined)
      }
      bell.ring()
    }
  }

  return {
    /** Runs until the signal; never throws. */
    run: () => askForEver().catch(() => undefined),
    /** Changes that came and are not yet taken, in the order of the log. */
    waiting: (): readonly TakenChange[] => waiting,
    /** The first `count` of them are in the read model. */
    taken(count: number) {
      waiting.splice(0, count)
      room.ring()
    },
    /** More is known to have happened than has come. */
    isBehind: () => state.isBehind,
    /** Whether the log was once read to its end since the start. */
    hasCaughtUp: () => state.hasCaughtUp,
    /** The log is shorter than what was taken: it is another one, which is read from its beginning. */
    wentBack: () => state.wentBack,
    /** What was known of the old log is forgotten. */
    startedAnew() {
      state.wentBack = false
    },
  }
}
