/**
 * 支部党费收缴月报表: what a branch took in within one month. The pay that dues are reckoned from is not on it: the sheet lies on
 * desks, and whoever confirms bases sees them elsewhere.
 */
import type { Category } from '../domain/dues/categories'
import { mustAgree, sumOf } from './add-up'
import { monthInWords } from './dates'
import { type Column, plain, type Sheet } from './sheet'
import { categoryWords } from './words'

export type BranchMonthRow = {
  name: string
  /** null where nobody has said */
  category: Category | null
  dueFen: number
  /** for this month */
  paidFen: number
  /** 补交, for earlier months */
  arrearsFen: number
  /** 自愿多交, below 1000 yuan at once */
  extraFen: number
  /** 大额党费: 1000 yuan or more given at once, which goes wholly to the Centre */
  largeFen: number
  /** 'YYYY-MM-DD' */
  paidOn: string | null
  method: string
  remark: string
}

export type BranchMonth = {
  unit: string
  /** 'YYYY-MM' */
  month: string
  rows: readonly BranchMonthRow[]
  /** what the ledger says came in: dues, arrears and extra; large sums apart */
  ledger: { receivedFen: number; largeFen: number }
  drawnOn: string
}

const columns: readonly Column[] = [
  { head: '序号', kind: 'centred', width: 11 },
  { head: '姓名', kind: 'text', width: 28 },
  { head: '人员类别', kind: 'centred', width: 23 },
  { head: '本月应交', kind: 'money', width: 22 },
  { head: '本月实交', kind: 'money', width: 22 },
  { head: '补交', kind: 'money', width: 20, quiet: true },
  { head: '自愿多交', kind: 'money', width: 20, quiet: true },
  { head: '实收合计', kind: 'money', width: 24 },
  { head: '大额党费', kind: 'money', width: 23, quiet: true },
  { head: '交纳日期', kind: 'centred', width: 23 },
  { head: '交纳方式', kind: 'centred', width: 20 },
  { head: '备注', kind: 'text', width: 25 },
]

const receivedOf = ({ paidFen, arrearsFen, extraFen }: BranchMonthRow) => paidFen + arrearsFen + extraFen

const owing = (rows: readonly BranchMonthRow[]) => rows.filter(({ dueFen }) => dueFen > 0)

export function branchMonth({ unit, month, rows, ledger, drawnOn }: BranchMonth): Sheet {
  const receivedFen = sumOf(rows, receivedOf)
  const largeFen = sumOf(rows, (row) => row.largeFen)
  mustAgree('实收合计', receivedFen, ledger.receivedFen)
  mustAgree('大额党费', largeFen, ledger.largeFen)
  const due = owing(rows)
  const paid = due.filter(({ dueFen, paidFen }) => paidFen >= dueFen)
  const period = monthInWords(month)
  return {
    ...plain,
    title: '支部党费收缴月报表',
    name: `${unit}${period}党费收缴月报表`,
    headline: [`单位：${unit}`, `所属月份：${period}`, '金额单位：元'],
    columns,
    rows: rows.map((row, index) => ({
      values: [
        index + 1,
        row.name,
        row.category && categoryWords[row.category],
        row.dueFen,
        row.paidFen,
        row.arrearsFen,
        row.extraFen,
        receivedOf(row),
        row.largeFen,
        row.paidOn,
        row.method,
        row.remark,
      ],
    })),
    total: {
      strong: true,
      values: [
        null,
        '合计',
        null,
        sumOf(rows, (row) => row.dueFen),
        sumOf(rows, (row) => row.paidFen),
        sumOf(rows, (row) => row.arrearsFen),
        sumOf(rows, (row) => row.extraFen),
        receivedFen,
        largeFen,
        null,
        null,
        null,
      ],
    },
    capital: { label: '实收合计（大写）', fen: receivedFen },
    notes: [
      `本月应交党费 ${due.length} 人，已足额交纳 ${paid.length} 人。`,
      '大额党费指一次自愿多交 1000 元及以上，全额上缴中央，另列，不计入实收合计。',
    ],
    signatures: ['党支部书记（签字）', '组织委员（签字）', '制表日期'],
    landscape: true,
    size: 9.5,
    drawnOn,
  }
}
