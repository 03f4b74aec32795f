/** Dates as readers see them: Beijing time, which has no summer time. */
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

const beijing = (instant: string): string => new Date(Date.parse(instant) + BEIJING_OFFSET_MS).toISOString()

/** 2026-11-20 */
export const day = (instant: string): string => beijing(instant).slice(0, 10)

/** 11-20 */
export const monthAndDay = (instant: string): string => beijing(instant).slice(5, 10)

/** 2026-11-20 09:30; the day alone at midnight, which stands for a date without a time */
export const dayAndTime = (instant: string): string =>
  beijing(instant).slice(0, 16).replace('T00:00', '').replace('T', ' ')

/** For the attribute of a <time>. */
export const machineTime = (instant: string): string => `${beijing(instant).slice(0, 16)}+08:00`

/** 2026年11月20日, from a day without time */
export const writtenDay = (date: string): string => {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return `${year}年${month}月${dayOfMonth}日`
}

/** 32:10, 1:02:03 */
export const clock = (seconds: number): string => {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** 32 分 10 秒 */
export const spokenDuration = (seconds: number): string => {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = Math.floor(seconds) % 60
  return [hours && `${hours} 小时`, minutes && `${minutes} 分`, rest && `${rest} 秒`].filter(Boolean).join(' ')
}
