/** China keeps one time all over the country, eight hours before UTC, all the year. */
export const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

/** The day in Beijing, `2026-11-26`. */
export const beijingDate = (instant: Date): string =>
  new Date(instant.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10)
