/** Calendar months `2026-11` and days `2026-11-27`, as they are in Beijing: both sort as text. */
import { z } from 'zod'

export const MONTHS_OF_YEAR = 12
const YEAR_DIGITS = 4

export const monthSchema = z.string().regex(/^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/)
export const daySchema = z.iso.date()
export type Month = string
export type Day = string

export const monthOf = (day: Day): Month => day.slice(0, 'YYYY-MM'.length)
export const yearOf = (month: Month): string => month.slice(0, YEAR_DIGITS)
export const firstDayOf = (month: Month): Day => `${month}-01`
export const januaryOf = (month: Month): Month => `${yearOf(month)}-01`

const numberOf = (month: Month): number => {
  const [year, inYear] = month.split('-').map(Number)
  return year * MONTHS_OF_YEAR + inYear - 1
}

export const addMonths = (month: Month, count: number): Month => {
  const number = numberOf(month) + count
  const year = String(Math.floor(number / MONTHS_OF_YEAR)).padStart(YEAR_DIGITS, '0')
  return `${year}-${String((number % MONTHS_OF_YEAR) + 1).padStart(2, '0')}`
}

/** How many months `later` comes after `earlier`; negative where it comes before. */
export const monthsFrom = (earlier: Month, later: Month): number => numberOf(later) - numberOf(earlier)

/** The last day of a month, leap years included. */
export const lastDayOf = (month: Month): Day => {
  const [year, inYear] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, inYear, 0)).getUTCDate()}`
}

const MONTHS_OF_QUARTER = 3
/** March, June, September or December of the quarter that the month is in. */
export const lastMonthOfQuarter = (month: Month): Month =>
  addMonths(month, MONTHS_OF_QUARTER - 1 - (numberOf(month) % MONTHS_OF_QUARTER))
