/** Chinese for what the API says in codes; money, months and moments as people read them. */
import type { MonthState, OfficeRole } from './shapes.ts'

export const statusNames: Record<string, string> = { full: '正式党员', probationary: '预备党员', former: '已转出' }
export const officeNames: Record<OfficeRole, string> = {
  'branch-secretary': '支部书记',
  treasurer: '组织委员',
  'general-branch': '党总支',
  'committee-staff': '党委工作人员',
  auditor: '审计人员',
}
export const categoryNames: Record<string, string> = {
  salaried: '按月领取工资的党员',
  'annual-salary': '实行年薪制的党员',
  'self-employed': '个体经营者等不按月取得收入的党员',
  retired: '离退休党员',
  farmer: '农民党员',
  student: '学生党员',
  unemployed: '下岗失业的党员',
  relief: '依靠抚恤或救济生活的党员',
  'minimum-allowance': '领取当地最低生活保障金的党员',
}
export const methodNames: Record<string, string> = {
  cash: '现金',
  transfer: '转账',
  wechat: '微信支付',
  alipay: '支付宝',
}
export const monthStates: Record<MonthState, string> = {
  NOTHING_DUE: '不用交',
  PAID: '已交清',
  PARTLY: '交了一部分',
  UNPAID: '未交',
}
export const paymentStates = { waiting: '等本人确认', settled: '已入账', withdrawn: '已撤回' } as const
export const requestKinds = { correction: '更正账单', refund: '退款' } as const
export const requestStates = {
  waiting: '等审批',
  sending: '已批准，正在退回',
  approved: '已批准',
  refused: '未批准',
  failed: '没有退成',
} as const
export const baseStates = { declared: '等支部确认', confirmed: '已确认', rejected: '已退回' } as const
export const gapReasons: Record<string, string> = {
  BASE_MISSING: '还没有已确认的基数',
  CATEGORY_MISSING: '还没有人员类别',
  NO_RATE_TABLE: '没有这个月的交纳标准',
}
export const kindNames = { committee: '党委', 'general-branch': '党总支', branch: '党支部', group: '党小组' } as const
export const bookProblems: Record<string, string> = {
  UNBALANCED: '分录两边不平',
  BILL: '账单与账簿不一致',
  PAYMENT: '交纳与账簿不一致',
  REQUEST: '更正或退款与账簿不一致',
  BELOW_NOTHING: '退回的多于交纳的',
  SUM: '全部分录之和不为零',
}

const FEN_OF_YUAN = 100
/** 3457 → `34.57`; thousands are not grouped, as everywhere in the portal */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
export const shareOf = (part: number, whole: number): number =>
  whole === 0 ? FEN_OF_YUAN : Math.floor((part / whole) * FEN_OF_YUAN)

/** `0.01` → `1%`, exact: no floating point. */
export function percent(rate: string): string {
  const [, decimals = ''] = rate.split('.')
  const padded = decimals.padEnd(2, '0')
  const whole = String(Number(rate.split('.')[0] + padded.slice(0, 2)))
  const rest = padded.slice(2).replace(/0+$/, '')
  return `${whole}${rest ? `.${rest}` : ''}%`
}

export function monthName(month: string): string {
  const [year, inYear] = month.split('-')
  return `${year}年${Number(inYear)}月`
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
const moments = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
})
export const beijingDay = (at: Date): string => days.format(at)
export const moment = (iso: string): string => moments.format(new Date(iso))
export function dayName(day: string): string {
  const [year, month, ofMonth] = day.split('-').map(Number)
  return `${year}年${month}月${ofMonth}日`
}

/** The newest first, from this month back. */
export function monthsBack(today: string, count: number): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const number = year * 12 + month - 1 - back
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
  })
}

/** `139****5678`, `z***@example.edu.cn`: until the owner asks to see them. */
export function masked(text: string): string {
  const at = text.indexOf('@')
  if (at > 0) return `${text[0]}***${text.slice(at)}`
  return text.length < 8 ? '*'.repeat(text.length) : `${text.slice(0, 3)}****${text.slice(-4)}`
}
