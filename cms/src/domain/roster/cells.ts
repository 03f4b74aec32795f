/** What a cell of a roster file means, or a sentence that says what to write instead. */
import { halfWidth } from '../checks/fold'
import { isIdNumber } from '../checks/id-cards'
import { type Category, categoryNames } from '../dues/categories'
import { memberSchema, numberSchema } from '../members/member'

export type Cell = string | number | boolean | Date | null
export type Read<Value> = { value: Value } | { problem: string }

const DAY_MS = 24 * 60 * 60 * 1000
/** day 0 of Excel; from March 1900 on its days are right */
const EXCEL_ZERO_MS = Date.UTC(1899, 11, 30)
/** as a number, a day between 1920 and 2100: other numbers are something else */
const [FIRST_SERIAL, LAST_SERIAL] = [7306, 73_051]
/** more digits than a number of a workbook keeps */
const SAFE_DIGITS = 15

/** As it would be typed; an apostrophe is how people make Excel keep a number as a text. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell)
    .trim()
    .replace(/^['‘’]/, '')
    .trim()
}

export const isEmpty = (cell: Cell): boolean => textOf(cell) === ''

const compact = (cell: Cell): string => halfWidth(textOf(cell)).replaceAll(/\s/g, '')

const hasLostDigits = (cell: Cell): boolean =>
  (typeof cell === 'number' && String(Math.trunc(Math.abs(cell))).length > SAFE_DIGITS) ||
  /^\d(?:\.\d+)?E\+\d+$/i.test(textOf(cell))

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:T?0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/

export function readDay(cell: Cell): Read<string> {
  const text = compact(cell)
  const serial = /^\d{4,5}$/.test(text) ? Number(text) : 0
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL)
    return { value: new Date(EXCEL_ZERO_MS + serial * DAY_MS).toISOString().slice(0, 10) }
  const parts = DAY.exec(text) ?? COMPACT_DAY.exec(text)
  const day = parts && calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  if (day && day >= '1900') return { value: day }
  return { problem: `“${textOf(cell).slice(0, 20)}”不是日期，请写成 2026-06-28 这样的年月日。` }
}

export function readNumber(cell: Cell): Read<string> {
  const parsed = hasLostDigits(cell) ? null : numberSchema.safeParse(compact(cell))
  if (parsed?.success) return { value: parsed.data }
  return { problem: `“${textOf(cell).slice(0, 30)}”不是学号或工号：应为 3 到 20 位字母、数字或连字符。` }
}

export function readName(cell: Cell): Read<string> {
  // two characters are often spread to the width of three
  const text = /^[\p{Script=Han}\s]+$/u.test(textOf(cell)) ? textOf(cell).replaceAll(/\s/g, '') : textOf(cell)
  const name = memberSchema.shape.name.safeParse(text)
  return name.success ? { value: name.data } : { problem: '姓名最多 50 个字。' }
}

const STATUSES: Record<string, 'full' | 'probationary'> = {
  ...{ 正式党员: 'full', 正式: 'full', 中共党员: 'full' },
  ...{ 预备党员: 'probationary', 预备: 'probationary', 中共预备党员: 'probationary' },
}

export function readStatus(cell: Cell): Read<'full' | 'probationary'> {
  const text = compact(cell)
  if (Object.hasOwn(STATUSES, text)) return { value: STATUSES[text] }
  if (/转出|出党|除名|停止|退党|去世/.test(text))
    return { problem: `导入只收正式党员和预备党员。“${text.slice(0, 20)}”请在名册里逐人办理，并删去这一行。` }
  return { problem: `“${text.slice(0, 20)}”不是党员状态，请写“正式党员”或“预备党员”。` }
}

const CATEGORY_WORDS: Record<Category, readonly string[]> = {
  salaried: ['月薪制在职党员', '月薪制', '月薪', '在职', '在职党员', '教职工', '在职教职工', '在职教职工党员', '教工'],
  'annual-salary': ['年薪制党员', '年薪制', '年薪'],
  'self-employed': ['个体经营者等', '个体', '个体经营', '个体经营者', '个体工商户'],
  retired: ['离退休', '退休', '离休', '退休党员', '离退休教职工'],
  farmer: ['农民'],
  student: ['学生', '在校学生', '在校生'],
  unemployed: ['下岗失业党员', '下岗', '失业', '下岗失业', '下岗失业人员'],
  relief: ['领取抚恤救济的党员', '抚恤', '救济', '抚恤救济', '领取抚恤救济', '依靠抚恤或救济生活'],
  'minimum-allowance': [
    '领取最低生活保障金的党员',
    '低保',
    '最低生活保障',
    '领取最低生活保障金',
    '领取当地最低生活保障金',
  ],
}
const categories = new Map(
  Object.entries(CATEGORY_WORDS).flatMap(([id, words]) =>
    [categoryNames[id as Category], ...words].map((word): [string, Category] => [word, id as Category]),
  ),
)

export function readCategory(cell: Cell): Read<Category> {
  const category = categories.get(compact(cell))
  if (category) return { value: category }
  return { problem: `“${textOf(cell).slice(0, 20)}”不是党费类别，请写：${Object.values(categoryNames).join('、')}。` }
}

export function readPhone(cell: Cell): Read<string> {
  const text = compact(cell)
    .replaceAll('-', '')
    .replace(/^\+?86(?=1\d{10}$)/, '')
  const phone = memberSchema.shape.phone.safeParse(text)
  if (phone.success && phone.data !== null) return { value: phone.data }
  return { problem: '手机号码应为 1 开头的 11 位数字；单元格里如果显示成 1.39E+10，请改成“文本”格式重填。' }
}

export function readMail(cell: Cell): Read<string> {
  const mail = memberSchema.shape.mail.safeParse(compact(cell))
  return mail.success && mail.data !== null
    ? { value: mail.data }
    : { problem: '电子邮箱的写法不对，应像 name@example.edu.cn。' }
}

/** @param today people are not born later */
export function readIdentity(cell: Cell, today: Date): Read<string> {
  if (hasLostDigits(cell))
    return { problem: '身份证号码被表格软件当成了数字，后几位已经丢失。请把这一列设为“文本”格式，重新填写。' }
  const text = compact(cell).toUpperCase()
  if (isIdNumber(text, today)) return { value: text }
  return { problem: '身份证号码不对，请核对十八位号码和末位校验码。' }
}

/** `139****5678`: an export that was not asked for whole numbers. */
export const isMasked = (cell: Cell): boolean => textOf(cell).includes('*')
