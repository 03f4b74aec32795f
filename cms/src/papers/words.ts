/** Long words of the rules, as they fit into a column. */
import type { Category } from '../domain/dues/categories'

export const categoryWords = {
  salaried: '月薪制',
  'annual-salary': '年薪制',
  'self-employed': '个体经营',
  retired: '离退休',
  farmer: '农民',
  student: '学生',
  unemployed: '下岗失业',
  relief: '抚恤救济',
  'minimum-allowance': '低保',
} satisfies Record<Category, string>

/** What a receipt is given for. Not for 1000 yuan or more at once: that receipt is the Centre's to issue (article 11). */
export const receiptWords = { dues: '党费', arrears: '补交党费', extra: '自愿多交党费' } as const
