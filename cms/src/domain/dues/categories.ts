/** What a member lives on, as far as dues are concerned (人员类别). */
export const categoryNames = {
  salaried: '按月领取工资的党员',
  'annual-salary': '实行年薪制的党员',
  'self-employed': '个体经营者等不按月取得收入的党员',
  retired: '离退休党员',
  farmer: '农民党员',
  student: '学生党员',
  unemployed: '下岗失业的党员',
  relief: '依靠抚恤或救济生活的党员',
  'minimum-allowance': '领取当地最低生活保障金的党员',
} as const
export type Category = keyof typeof categoryNames
export const categories = Object.keys(categoryNames) as [Category, ...Category[]]
