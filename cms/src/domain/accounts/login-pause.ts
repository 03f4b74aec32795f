/**
 * How long somebody waits who tried in vain: nothing for the first tries, then a pause that doubles. Counted for each account,
 * whether there is one or not, and for each address. An address is shared by a whole campus, so it may try more often.
 */
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export type PauseLimits = { freeTries: number; firstPauseMs: number; longestPauseMs: number; forgottenAfterMs: number }

export const accountLimits: PauseLimits = {
  freeTries: 5,
  firstPauseMs: MINUTE_MS,
  longestPauseMs: 30 * MINUTE_MS,
  forgottenAfterMs: 24 * HOUR_MS,
}

export const addressLimits: PauseLimits = {
  freeTries: 60,
  firstPauseMs: MINUTE_MS,
  longestPauseMs: 15 * MINUTE_MS,
  forgottenAfterMs: 2 * HOUR_MS,
}

/** Mails to one person: a stranger who asks for them fills nobody's letter box. */
export const mailLimits: PauseLimits = {
  freeTries: 2,
  firstPauseMs: 5 * MINUTE_MS,
  longestPauseMs: 2 * HOUR_MS,
  forgottenAfterMs: 24 * HOUR_MS,
}

export type Tries = { tries: number; lastAtMs: number; pausedUntilMs: number }
export type TryDecision = { isAllowed: true; next: Tries } | { isAllowed: false; waitMs: number }

export function pauseAfter(tries: number, { freeTries, firstPauseMs, longestPauseMs }: PauseLimits): number {
  if (tries < freeTries) return 0
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries - freeTries, 30))
}

/** A try is counted before it is made: a hundred at the same moment are a hundred. */
export function decideTry(known: Tries | null, limits: PauseLimits, now: Date): TryDecision {
  const nowMs = now.getTime()
  if (known && nowMs < known.pausedUntilMs) return { isAllowed: false, waitMs: known.pausedUntilMs - nowMs }
  const isForgotten = !known || nowMs - known.lastAtMs >= limits.forgottenAfterMs
  const tries = isForgotten ? 1 : known.tries + 1
  return { isAllowed: true, next: { tries, lastAtMs: nowMs, pausedUntilMs: nowMs + pauseAfter(tries, limits) } }
}
