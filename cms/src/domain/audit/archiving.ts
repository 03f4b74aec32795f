/** Which rows of the audit log are old enough for a file, and what it is called. */

/** 网络安全法 art. 21 (3): logs are kept for six months at least. */
export const MIN_KEEP_MONTHS = 6

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

/** The same day that many months ago, in Beijing; the last day of the month where it has none. */
export function archivedBefore(now: Date, keepMonths: number): Date {
  const local = new Date(now.getTime() + BEIJING_OFFSET_MS)
  const day = local.getUTCDate()
  local.setUTCMonth(local.getUTCMonth() - keepMonths)
  if (local.getUTCDate() !== day) local.setUTCDate(0)
  return new Date(local.getTime() - BEIJING_OFFSET_MS)
}

const DIGITS = 9
const padded = (sequence: number) => String(sequence).padStart(DIGITS, '0')

/** Sorts by its first row. */
export const archiveName = (from: number, to: number) => `${padded(from)}-${padded(to)}.jsonl.gz`
