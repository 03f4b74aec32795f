/** Days as people type them, in Beijing. */
const DAY_MS = 24 * 60 * 60 * 1000

/** @returns null for what is no day of the calendar */
export function beijingMidnight(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const midnight = new Date(`${day}T00:00:00+08:00`)
  if (Number.isNaN(midnight.getTime())) return null
  return inBeijing(midnight).startsWith(day) ? midnight : null
}

export const dayAfter = (midnight: Date) => new Date(midnight.getTime() + DAY_MS)

/** `2026-11-26 08:30:00` */
export const inBeijing = (at: Date) =>
  new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 19).replace('T', ' ')
