/** How often a mail is tried, and how long apart. */
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS, 12 * HOUR_MS]

/** @param attempts made so far, at least one @returns milliseconds until the next, or null: it has failed for good */
export const pauseAfter = (attempts: number): number | null => PAUSES_MS[attempts - 1] ?? null
