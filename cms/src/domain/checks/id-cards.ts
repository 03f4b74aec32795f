/** Numbers of identity cards: GB 11643-1999, and the form of fifteen digits from before it. */
import type { Finding } from './finding'
import { numberFinding, numbersIn } from './numbers'
import type { Subject } from './subject'

/** First two digits: the provinces of GB/T 2260, and Taiwan, Hong Kong, Macao, foreigners. */
const REGIONS = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'
const FIRST_YEAR = 1900

const NEW = /(?<![0-9A-Za-z])[1-9](?:[ -]?\d){16}[ -]?[0-9Xx](?![0-9A-Za-z])/g
const OLD = /(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])/g

function isBirthDate(text: string, today: Date): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false
  return year >= FIRST_YEAR && date <= today
}

export function isIdNumber(digits: string, today: Date): boolean {
  if (!/^\d{17}[0-9X]$/.test(digits)) return false
  if (!REGIONS.has(digits.slice(0, 2)) || !isBirthDate(digits.slice(6, 14), today)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return CHECK_DIGITS[sum % 11] === digits[17]
}

export const isOldIdNumber = (digits: string, today: Date): boolean =>
  /^\d{15}$/.test(digits) && REGIONS.has(digits.slice(0, 2)) && isBirthDate(`19${digits.slice(6, 12)}`, today)

export function checkIdCards({ texts }: Subject, today: Date): Finding[] {
  return texts.flatMap((text) => [
    ...numbersIn(text, NEW)
      .filter(({ digits }) => isIdNumber(digits, today))
      .map((number) =>
        numberFinding(text, number, {
          ...{ code: 'ID_CARD', severity: 'block' },
          message: '这是一个身份证号码，属于个人信息，不能公开。请删去，或只保留前几位、其余用星号代替。',
        }),
      ),
    ...numbersIn(text, OLD)
      .filter(({ digits }) => isOldIdNumber(digits, today))
      .map((number) =>
        numberFinding(text, number, {
          ...{ code: 'ID_CARD_OLD', severity: 'warn' },
          message: '这像是十五位的旧身份证号码，请核对；如果是，请删去。',
        }),
      ),
  ])
}
