/** 年度党费收缴汇总表: a year of a committee, a unit below it a line. */
import { mustAgree, sumOf } from './add-up'
import { type Column, plain, type Sheet } from './sheet'

export type YearSummaryRow = {
  unit: string
  members: number
  dueFen: number
  /** dues and arrears */
  paidFen: number
  extraFen: number
  largeFen: number
}

export type YearSummary = {
  unit: string
  year: number
  rows: readonly YearSummaryRow[]
  ledger: { receivedFen: number; largeFen: number }
  drawnOn: string
}

const columns: readonly Column[] = [
  { head: '序号', kind: 'centred', width: 11 },
  { head: '党组织名称', kind: 'text', width: 78 },
  { head: '党员数', kind: 'count', width: 16 },
  { head: '应收党费', kind: 'money', width: 28 },
  { head: '实收党费', kind: 'money', width: 28 },
  { head: '收缴率', kind: 'percent', width: 20 },
  { head: '自愿多交', kind: 'money', width: 24, quiet: true },
  { head: '收入合计', kind: 'money', width: 28 },
  { head: '大额党费', kind: 'money', width: 24, quiet: true },
]

/** In hundredths of a per cent, cut off: a unit that lacks one fen has not got all. */
const rateOf = (paidFen: number, dueFen: number): number | null =>
  dueFen > 0 ? Number((BigInt(paidFen) * 10_000n) / BigInt(dueFen)) : null

const receivedOf = ({ paidFen, extraFen }: YearSummaryRow) => paidFen + extraFen

export function yearSummary({ unit, year, rows, ledger, drawnOn }: YearSummary): Sheet {
  const receivedFen = sumOf(rows, receivedOf)
  const largeFen = sumOf(rows, (row) => row.largeFen)
  mustAgree('收入合计', receivedFen, ledger.receivedFen)
  mustAgree('大额党费', largeFen, ledger.largeFen)
  const dueFen = sumOf(rows, (row) => row.dueFen)
  const paidFen = sumOf(rows, (row) => row.paidFen)
  return {
    ...plain,
    title: '年度党费收缴汇总表',
    name: `${unit}${year}年度党费收缴汇总表`,
    headline: [`单位：${unit}`, `所属年度：${year}年`, '金额单位：元'],
    columns,
    rows: rows.map((row, index) => ({
      values: [
        index + 1,
        row.unit,
        row.members,
        row.dueFen,
        row.paidFen,
        rateOf(row.paidFen, row.dueFen),
        row.extraFen,
        receivedOf(row),
        row.largeFen,
      ],
    })),
    total: {
      strong: true,
      values: [
        null,
        '合计',
        sumOf(rows, (row) => row.members),
        dueFen,
        paidFen,
        rateOf(paidFen, dueFen),
        sumOf(rows, (row) => row.extraFen),
        receivedFen,
        largeFen,
      ],
    },
    capital: { label: '收入合计（大写）', fen: receivedFen },
    notes: [
      '实收党费含补交；收缴率为实收党费与应收党费之比。',
      '大额党费指一次自愿多交 1000 元及以上，全额上缴中央，另列，不计入收入合计。',
    ],
    signatures: ['党委书记（签字）', '组织部门负责人（签字）', '制表人（签字）', '制表日期'],
    landscape: true,
    drawnOn,
  }
}
