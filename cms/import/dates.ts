/** Dates as Chinese texts write them: 2021年4月29日, 一九八○年一月一日, ２０２１年, 2021-04-29. All come out as YYYY-MM-DD. */

const NUMERALS = '〇一二三四五六七八九'
const YEAR = '(?:[0-9０-９]{4}|[〇○零ＯO一二三四五六七八九]{4})'
const SHORT = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})'

/** Source of a pattern with three groups (year, month, day). */
export const DATE = `(${YEAR})\\s*年\\s*(${SHORT})\\s*月\\s*(${SHORT})\\s*日`
const NUMERIC_DATE = '([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})(?![0-9])'

const findPattern = new RegExp(DATE, 'g')
const leadingPattern = new RegExp(`^(?:${DATE}|${NUMERIC_DATE})\\s*`)

export type FoundDate = { date: string; index: number; length: number }

const toAsciiDigits = (text: string) => text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))

function toNumber(text: string): number {
  const plain = toAsciiDigits(text).replace(/[○零ＯO]/g, '〇')
  if (/^\d+$/.test(plain)) return Number(plain)
  const [tens = '', ones = ''] = plain.split('十')
  if (plain.includes('十')) {
    return (tens ? NUMERALS.indexOf(tens) : 1) * 10 + (ones ? NUMERALS.indexOf(ones) : 0)
  }
  return Number([...plain].map((numeral) => NUMERALS.indexOf(numeral)).join(''))
}

/** `2021`, `4`, `31` → null: the calendar has the last word. */
export function toDate(year: string, month: string, day: string): string | null {
  const [y, m, d] = [toNumber(year), toNumber(month), toNumber(day)]
  const instant = new Date(Date.UTC(y, m - 1, d))
  if (y < 1900 || instant.getUTCFullYear() !== y || instant.getUTCMonth() !== m - 1 || instant.getUTCDate() !== d) {
    return null
  }
  return instant.toISOString().slice(0, 10)
}

export function findDates(text: string): FoundDate[] {
  return [...text.matchAll(findPattern)].flatMap((match) => {
    const [, year = '', month = '', day = ''] = match
    const date = toDate(year, month, day)
    return date ? [{ date, index: match.index, length: match[0].length }] : []
  })
}

/** The date a line starts with, and what follows it. */
export function leadingDate(line: string): { date: string; rest: string } | null {
  const match = leadingPattern.exec(line)
  if (!match) return null
  const [year = '', month = '', day = ''] = match[1] ? match.slice(1, 4) : match.slice(4, 7)
  const date = toDate(year, month, day)
  return date ? { date, rest: line.slice(match[0].length).trim() } : null
}

/** `2021-04-29` → `2021年4月29日` */
export function inChinese(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Nine o'clock in the morning in Beijing. */
export const morningOf = (date: string) => `${date}T01:00:00.000Z`
