/** Public holidays, and the weekends that are worked for them, as the State Council ordered; for years not ordered yet, the feasts themselves. */
import { getDayDetail, getLunarFestivals, getSolarTermDate } from 'chinese-days'
import { schedule as texts } from '../texts/schedule'

export type DayMark = { words: string; isWork: boolean }

const FIXED: Record<string, string> = { '01-01': '元旦', '05-01': '劳动节', '10-01': '国庆节' }
const LUNAR = ['春节', '端午节', '中秋节']
const APRIL = 4

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

function feastOf(day: string): string | undefined {
  if (getSolarTermDate(Number(day.slice(0, 4)), APRIL, 'pure_brightness') === day) return '清明节'
  const lunar = getLunarFestivals(day, day).flatMap(({ name }) => name)
  return FIXED[day.slice('2026-'.length)] ?? LUNAR.find((name) => lunar.includes(name))
}

/** @param day `2026-10-01` */
export function dayMark(day: string): DayMark | null {
  const { work, name } = getDayDetail(day)
  const [, ordered] = name.split(',')
  if (ordered && !work) return { words: texts.holiday(ordered), isWork: false }
  if (ordered) return { words: texts.workday, isWork: true }
  const feast = feastOf(day)
  if (feast) return { words: feast, isWork: false }
  return isWeekend(day) ? { words: '', isWork: false } : null
}
