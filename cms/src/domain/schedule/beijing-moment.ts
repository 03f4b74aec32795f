/** Moments as people type them: Beijing time, `2026-11-26T09:30` or with seconds. */
const OFFSET = '+08:00'
const OFFSET_MS = 8 * 60 * 60_000
const TYPED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/

/** @returns null for what is no moment, 30 February among them */
export function parseBeijing(typed: string): Date | null {
  if (!TYPED.test(typed)) return null
  const moment = new Date(`${typed}${OFFSET}`)
  if (Number.isNaN(moment.getTime())) return null
  return formatBeijing(moment).startsWith(typed.slice(0, 16)) ? moment : null
}

/** A time of day as people write it, `8：5` among them, in the form that is parsed; what is none comes back as it was. */
export function tidyTime(typed: string): string {
  const parts = typed
    .trim()
    .replaceAll(/[：．.点]/g, ':')
    .split(':')
  const isTime = parts.length >= 2 && parts.length <= 3 && parts.every((part) => /^\d{1,2}$/.test(part))
  return isTime ? parts.map((part) => part.padStart(2, '0')).join(':') : typed
}

/** To the second. */
export const formatBeijing = (moment: Date): string =>
  new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 'YYYY-MM-DDTHH:mm:ss'.length)

/** The moment at this hour, so many days later by the calendar of Beijing. */
export function beijingHour(now: Date, daysLater: number, hour: number): Date {
  const [day = ''] = formatBeijing(new Date(now.getTime() + daysLater * 24 * 60 * 60_000)).split('T')
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00${OFFSET}`)
}

/** 1 Monday … 7 Sunday, in Beijing */
export const beijingWeekday = (now: Date): number => new Date(now.getTime() + OFFSET_MS).getUTCDay() || 7
