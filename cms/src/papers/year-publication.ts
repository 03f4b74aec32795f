/** 党费收缴、使用和管理情况公示: what members are told once a year. No person is on it. */
import { writtenAmount } from '../domain/money/written-amount'
import { mustAgree, sum } from './add-up'
import { dayInWords } from './dates'
import { type Column, plain, type Row, type Sheet } from './sheet'

const income = [
  ['dues', '党费收入'],
  ['interest', '利息收入'],
] as const

const spending = [
  ['passedUp', '上缴上级党费'],
  ['studyMaterials', '订阅和购买学习资料'],
  ['training', '党员教育培训'],
  ['commendation', '表彰先进'],
  ['hardshipAid', '补助生活困难党员'],
  ['other', '其他支出'],
] as const

export type PublicationItem = (typeof income)[number][0] | (typeof spending)[number][0]

export type YearPublication = {
  unit: string
  year: number
  carriedInFen: number
  amountsFen: Record<PublicationItem, number>
  balanceFen: number
  /** passed on to the Centre whole, in neither income nor spending */
  largeFen: number
  remarks: Partial<Record<PublicationItem, string>>
  /** 'YYYY-MM-DD', both days within */
  shown: { from: string; until: string }
  /** whom to ask, and how */
  contact: string
  drawnOn: string
}

const columns: readonly Column[] = [
  { head: '项目', kind: 'text', width: 66 },
  { head: '金额', kind: 'money', width: 36 },
  { head: '说明', kind: 'text', width: 72 },
]

const NUMERALS = '一二三四五六'

function part(items: readonly (readonly [PublicationItem, string])[], publication: YearPublication): Row[] {
  const { amountsFen, remarks } = publication
  return items.map(([item, word], index) => ({
    values: [`　（${NUMERALS[index]}）${word}`, amountsFen[item], remarks[item] ?? ''],
  }))
}

const sumOfItems = (items: readonly (readonly [PublicationItem, string])[], amounts: Record<PublicationItem, number>) =>
  sum(items.map(([item]) => amounts[item]))

const strong = (word: string, fen: number, remark = ''): Row => ({ values: [word, fen, remark], strong: true })

export function yearPublication(publication: YearPublication): Sheet {
  const { unit, year, carriedInFen, amountsFen, balanceFen, largeFen, shown, contact, drawnOn } = publication
  const incomeFen = sumOfItems(income, amountsFen)
  const spendingFen = sumOfItems(spending, amountsFen)
  mustAgree('本年结余', sum([carriedInFen, incomeFen, -spendingFen]), balanceFen)
  return {
    ...plain,
    title: `${year}年度党费收缴、使用和管理情况公示`,
    name: `${unit}${year}年度党费收缴、使用和管理情况公示`,
    headline: [`单位：${unit}`, '', '金额单位：元'],
    columns,
    rows: [
      strong('一、上年结余', carriedInFen),
      strong('二、本年收入', incomeFen),
      ...part(income, publication),
      strong('三、本年支出', spendingFen),
      ...part(spending, publication),
      strong('四、本年结余', balanceFen, '上年结余＋本年收入－本年支出'),
    ],
    notes: [
      `公示时间：${dayInWords(shown.from)}至${dayInWords(shown.until)}。`,
      `对公示内容有疑问的，请与我们联系：${contact}。`,
      ...(largeFen > 0 ? [`大额党费 ${writtenAmount(largeFen)} 元已全额上缴中央，不计入本表收支。`] : []),
    ],
    issuer: [unit, dayInWords(drawnOn)],
    size: 11,
    drawnOn,
  }
}
