/**
 * The rates as a reader sees them. What is due is calculated by the CMS alone; cms/tests/dues-page.test.ts asks it about every row
 * here, on both sides of every limit, so that the page cannot say anything else.
 */
type Bracket = {
  /** in yuan, with this very amount; null: whatever is above */ upTo: number | null
  percent: string
  rate: string
}

const PAY: readonly Bracket[] = [
  { upTo: 3000, percent: '0.5%', rate: '0.005' },
  { upTo: 5000, percent: '1%', rate: '0.01' },
  { upTo: 10000, percent: '1.5%', rate: '0.015' },
  { upTo: null, percent: '2%', rate: '0.02' },
]
const PENSION: readonly Bracket[] = [
  { upTo: 5000, percent: '0.5%', rate: '0.005' },
  { upTo: null, percent: '1%', rate: '0.01' },
]

export const rateTables = [
  {
    caption: '工资、年薪、经营收入',
    articles: '第一至四条',
    of: '每月交纳基数',
    categories: ['salaried', 'annual-salary', 'self-employed'],
    brackets: PAY,
  },
  {
    caption: '离退休费、养老金',
    articles: '第五条',
    of: '当月实际领取',
    categories: ['retired'],
    brackets: PENSION,
  },
] as const

/** 3000元及以下, 3000元以上至5000元, 10000元以上 */
export const bracketWords = (brackets: readonly Bracket[], at: number): string => {
  const [above, upTo] = [brackets[at - 1]?.upTo, brackets[at]?.upTo]
  if (above === undefined) return `${upTo}元及以下`
  return upTo === null ? `${above}元以上` : `${above}元以上至${upTo}元`
}

export const fixedAmounts = [
  { words: '学生', categories: ['student'], amount: '0.20' },
  { words: '下岗失业', categories: ['unemployed'], amount: '0.20' },
  { words: '依靠抚恤或救济生活', categories: ['relief'], amount: '0.20' },
  { words: '领取最低生活保障金', categories: ['minimum-allowance'], amount: '0.20' },
] as const
/** chosen by the member between these */
export const farmersChoice = { least: '0.20', most: '1.00' } as const

type Choice = { category: string; name: string; article: string; label: string; hint: string }
const withBase = (category: string, name: string, article: string, label: string, hint: string): Choice => ({
  category,
  name,
  article,
  label,
  hint,
})
const fixed = (category: string, name: string): Choice => ({
  ...{ category, name, article: '6', label: '', hint: '按定额交纳，不核定基数，也不用填写收入。' },
})

/** What can be chosen, in the words of whoever chooses. */
export const choices: { group: string; items: Choice[] }[] = [
  {
    group: '按收入的比例交纳',
    items: [
      withBase(
        'salaried',
        '在职，按月领工资',
        '2',
        '每月交纳基数',
        '每月工资中固定的、经常性的部分，税后。哪些不算，见下面“基数里不算的”。',
      ),
      withBase('annual-salary', '在职，实行年薪制', '3', '当月实际领取的薪酬', '当月实际领到多少，就填多少（税后）。'),
      withBase('self-employed', '个体经营者等', '4', '上季度月平均纯收入', '上个季度的纯收入除以三。'),
      withBase('retired', '离退休', '5', '当月实际领取的离退休费或养老金', '当月实际领到多少，就填多少。'),
    ],
  },
  {
    group: '按定额交纳',
    items: [
      fixed('student', '学生'),
      fixed('unemployed', '下岗失业'),
      fixed('relief', '依靠抚恤或救济生活'),
      fixed('minimum-allowance', '领取最低生活保障金'),
      withBase(
        'farmer',
        '农民',
        '6',
        '每月选定的金额',
        `由本人在${farmersChoice.least}元至${farmersChoice.most}元之间选定。`,
      ),
    ],
  },
]

type Example = { category: string; who: string; base: string | null; working: string; due: string }
const salaried = (base: string, percent: string, due: string): Example => ({
  ...{ category: 'salaried', who: '在职', base, working: `${base}×${percent}`, due },
})
const retired = (base: string, percent: string, due: string): Example => ({
  ...{ category: 'retired', who: '离退休', base, working: `${base}×${percent}`, due },
})
export const examples: readonly Example[] = [
  salaried('3000.00', '0.5%', '15.00'),
  salaried('3000.01', '1%', '30.00'),
  salaried('3456.78', '1%', '34.57'),
  salaried('5000.01', '1.5%', '75.00'),
  salaried('6500.00', '1.5%', '97.50'),
  salaried('11500.00', '2%', '230.00'),
  retired('5000.00', '0.5%', '25.00'),
  retired('5000.01', '1%', '50.00'),
  { category: 'student', who: '学生', base: null, working: '定额', due: '0.20' },
]

export const duesSources = [
  '《关于中国共产党党费收缴、使用和管理的规定》（中组发〔2008〕3号）',
  '组电明字〔2017〕5号',
] as const
