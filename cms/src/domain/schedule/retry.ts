/** How long a failed try waits for the next: growing pauses, then a person has to look. */
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

export const RETRY_PAUSES_MS = [5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS] as const
/** the first, and one after each pause */
export const MAX_ATTEMPTS = RETRY_PAUSES_MS.length + 1

/**
 * @param attempts how many were made, the failed one included
 * @param isRefusal an expected "no" with a reason (a field is missing): the same at each try, so nobody waits for more
 * @returns when to try again, or null when it has failed for good
 */
export function nextTry(attempts: number, isRefusal: boolean, now: Date): Date | null {
  const pause = isRefusal ? undefined : RETRY_PAUSES_MS[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause)
}
