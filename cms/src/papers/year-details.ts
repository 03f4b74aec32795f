/** 年度党费收缴明细表: a year of one branch, a member a line, a month a column. */
import { mustAgree, sum, sumOf } from './add-up'
import { type Column, plain, type Sheet } from './sheet'

export type YearDetailsRow = {
  name: string
  /** what was paid for each month, whenever it was paid; null where nothing was due: not yet a member, or elsewhere */
  monthsFen: readonly (number | null)[]
  extraFen: number
  largeFen: number
}

export type YearDetails = {
  unit: string
  year: number
  rows: readonly YearDetailsRow[]
  ledger: { receivedFen: number; largeFen: number }
  drawnOn: string
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index)

const columns: readonly Column[] = [
  { head: '序号', kind: 'centred', width: 9 },
  { head: '姓名', kind: 'text', width: 21 },
  ...MONTHS.map((month): Column => ({ head: `${month + 1}月`, kind: 'money', width: 14.4 })),
  { head: '自愿多交', kind: 'money', width: 16.5, quiet: true },
  { head: '全年合计', kind: 'money', width: 19 },
  { head: '大额党费', kind: 'money', width: 18, quiet: true },
]

const totalOf = (row: YearDetailsRow) => sum([...row.monthsFen, row.extraFen])

const monthOf = (row: YearDetailsRow, month: number) => row.monthsFen[month] ?? null

function mustBeWholeYears(rows: readonly YearDetailsRow[]): void {
  if (rows.some(({ monthsFen }) => monthsFen.length !== MONTHS.length)) throw new RangeError('a year has twelve months')
}

export function yearDetails({ unit, year, rows, ledger, drawnOn }: YearDetails): Sheet {
  mustBeWholeYears(rows)
  const receivedFen = sumOf(rows, totalOf)
  const largeFen = sumOf(rows, (row) => row.largeFen)
  mustAgree('全年合计', receivedFen, ledger.receivedFen)
  mustAgree('大额党费', largeFen, ledger.largeFen)
  return {
    ...plain,
    title: '年度党费收缴明细表',
    name: `${unit}${year}年度党费收缴明细表`,
    headline: [`单位：${unit}`, `所属年度：${year}年`, '金额单位：元'],
    columns,
    rows: rows.map((row, index) => ({
      values: [
        index + 1,
        row.name,
        ...MONTHS.map((month) => monthOf(row, month)),
        row.extraFen,
        totalOf(row),
        row.largeFen,
      ],
    })),
    total: {
      strong: true,
      values: [
        null,
        '合计',
        ...MONTHS.map((month) => sumOf(rows, (row) => monthOf(row, month))),
        sumOf(rows, (row) => row.extraFen),
        receivedFen,
        largeFen,
      ],
    },
    capital: { label: '全年合计（大写）', fen: receivedFen },
    notes: [
      '各月金额按党费所属月份列示，含补交；空白表示该月不在本支部交纳。',
      '大额党费指一次自愿多交 1000 元及以上，全额上缴中央，另列，不计入全年合计。',
    ],
    signatures: ['党支部书记（签字）', '组织委员（签字）', '制表日期'],
    landscape: true,
    size: 8.5,
    drawnOn,
  }
}
