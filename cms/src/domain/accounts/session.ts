/**
 * How long a log-in holds, and what a refresh token is good for. A session is one device; its tokens have a generation, and
 * each refresh makes the next. Two tabs refresh at the same moment: the token before the present one is good for a few
 * seconds more, and gets the same successor. An older one has been stolen or copied, and ends the session.
 */
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export const ACCESS_TOKEN_MS = 10 * MINUTE_MS
/** also for an answer that was lost on the way to a phone */
export const REUSE_GRACE_MS = 30 * SECOND_MS

/** kept: 在这台设备上保持登录, for one's own phone. */
export const sessionLives = {
  kept: { idleMs: 30 * DAY_MS, longestMs: 180 * DAY_MS },
  visit: { idleMs: 2 * HOUR_MS, longestMs: DAY_MS },
} as const

export const endings = ['logout', 'everywhere', 'removed', 'idle', 'over', 'reused', 'password', 'closed'] as const
export type Ending = (typeof endings)[number]

export type SessionState = {
  isKept: boolean
  generation: number
  rotatedAtMs: number
  openedAtMs: number
  lastSeenAtMs: number
  endedAtMs: number | null
}

/** @returns why the session has run out, or null while it lives */
export function runOut({ isKept, openedAtMs, lastSeenAtMs }: SessionState, now: Date): 'idle' | 'over' | null {
  const { idleMs, longestMs } = isKept ? sessionLives.kept : sessionLives.visit
  if (now.getTime() - openedAtMs >= longestMs) return 'over'
  return now.getTime() - lastSeenAtMs >= idleMs ? 'idle' : null
}

export type RefreshDecision =
  | { what: 'rotate' }
  | { what: 'repeat' }
  | { what: 'refuse'; ending: Extract<Ending, 'idle' | 'over' | 'reused'> | null }

/** @param generation of the token that is shown, which is genuine */
export function decideRefresh(session: SessionState, generation: number, now: Date): RefreshDecision {
  if (session.endedAtMs !== null) return { what: 'refuse', ending: null }
  const ending = runOut(session, now)
  if (ending) return { what: 'refuse', ending }
  if (generation === session.generation) return { what: 'rotate' }
  const isPrevious = generation === session.generation - 1
  if (isPrevious && now.getTime() - session.rotatedAtMs < REUSE_GRACE_MS) return { what: 'repeat' }
  return { what: 'refuse', ending: 'reused' }
}
