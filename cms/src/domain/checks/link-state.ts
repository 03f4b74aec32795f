/** What a link is worth after it was tried. A site may be down for an hour; a page that says it is gone is gone. */
import type { LinkState } from './subject'

/**
 * `ok`: an answer, even one that wants a log-in; `gone`: 404 or 410; `failed`: no answer, or the server's own fault;
 * `forbidden`: an address that must not be asked
 */
export type ProbeOutcome = { result: 'ok' | 'gone' | 'failed' | 'forbidden'; status: number | null }

export type LinkRecord = { state: LinkState; failures: number; lastFailedAt: Date | null }

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** failures on as many different days (Beijing) until a link counts as dead */
export const FAILURES_UNTIL_DEAD = 3
export const AGAIN_AFTER_OK_MS = 7 * DAY_MS
export const AGAIN_AFTER_FAILURE_MS = DAY_MS
export const NEVER_AGAIN_MS = 30 * DAY_MS

const beijingDay = (instant: Date) => Math.floor((instant.getTime() + 8 * HOUR_MS) / DAY_MS)

/** Statuses that say nothing about whether the page is there for a reader. */
export function outcomeOfStatus(status: number): ProbeOutcome {
  if (status === 404 || status === 410) return { result: 'gone', status }
  return { result: status >= 500 ? 'failed' : 'ok', status }
}

export function resolveLink(
  before: LinkRecord,
  { result }: Pick<ProbeOutcome, 'result'>,
  now: Date,
): LinkRecord & { nextCheckAt: Date } {
  const after = (ms: number) => new Date(now.getTime() + ms)
  switch (result) {
    case 'ok':
      return { state: 'ok', failures: 0, lastFailedAt: null, nextCheckAt: after(AGAIN_AFTER_OK_MS) }
    case 'gone':
      return {
        state: 'dead',
        failures: before.failures + 1,
        lastFailedAt: now,
        nextCheckAt: after(AGAIN_AFTER_FAILURE_MS),
      }
    case 'forbidden':
      return { state: 'unknown', failures: 0, lastFailedAt: null, nextCheckAt: after(NEVER_AGAIN_MS) }
    case 'failed': {
      const isNewDay = before.lastFailedAt === null || beijingDay(before.lastFailedAt) !== beijingDay(now)
      const failures = before.failures + (isNewDay ? 1 : 0)
      const state = failures >= FAILURES_UNTIL_DEAD || before.state === 'dead' ? 'dead' : before.state
      return { state, failures, lastFailedAt: now, nextCheckAt: after(AGAIN_AFTER_FAILURE_MS) }
    }
    default:
      return result satisfies never
  }
}
