/** What the name and the place of a file say: title, date of the version, category, and the key of the import. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { toDate } from './dates.ts'

const EXTENSION = /\.(?:md|markdown)$/i
const LAST_BRACKETS = /\s*[(（[【]([^()（）[\]【】]*)[)）\]】]$/
const FULL_DATE = /^([0-9]{4})[-./年]?([0-9]{1,2})[-./月]?([0-9]{1,2})日?$/
const BARE_DATE = /^(.*?)[\s_-]*([0-9]{4})-([0-9]{2})-([0-9]{2})$/
const YEAR_OR_MONTH = /^([0-9]{4})(?:年|[-./年]([0-9]{1,2})月?)?$/

/** Room for the longest key that a database string holds. */
const MAX_KEY_LENGTH = 240

export type NameDate =
  | { precision: 'day'; date: string }
  /** 1988 or 1988-04: narrows the search in the history */
  | { precision: 'part'; prefix: string }

export type FileName = { title: string; date: NameDate | null }

const dayOf = ([year, month, day]: string[]) => (year && month && day ? toDate(year, month, day) : null)

function readBracketDate(content: string): NameDate | null {
  const plain = content.trim().replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  const [, ...day] = FULL_DATE.exec(plain) ?? []
  const date = dayOf(day)
  if (date) return { precision: 'day', date }
  const [, year = '', month] = YEAR_OR_MONTH.exec(plain) ?? []
  if (Number(year) < 1900) return null
  return { precision: 'part', prefix: month ? `${year}-${month.padStart(2, '0')}` : year }
}

/** `教育法(2021-04-29).md` → 教育法, 2021-04-29 */
export function readFileName(file: string): FileName {
  const name = path.posix.basename(file).replace(EXTENSION, '').normalize('NFC').trim()
  const [brackets = '', content = ''] = LAST_BRACKETS.exec(name) ?? []
  const date = readBracketDate(content)
  if (date) return { title: name.slice(0, -brackets.length), date }
  const [, title, ...day] = BARE_DATE.exec(name) ?? []
  const bareDate = dayOf(day)
  return title && bareDate ? { title, date: { precision: 'day', date: bareDate } } : { title: name, date: null }
}

/** The first folder, or null for a file that lies in none. */
export function categoryOf(file: string): string | null {
  const [first = '', ...rest] = file.split('/')
  return rest.length > 0 ? first.normalize('NFC') : null
}

/** Names the same file in every run; too long a path is cut and told apart by its digest. */
export function importKeyOf(file: string): string {
  const key = file.replace(EXTENSION, '').normalize('NFC')
  if (key.length <= MAX_KEY_LENGTH) return key
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 16)
  return `${key.slice(0, MAX_KEY_LENGTH - 17)}#${digest}`
}
