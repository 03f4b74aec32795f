/** 党费上缴计算表 (article 15): what the units of one level pass up, what they keep. The shares and their rounding are decided elsewhere. */
import { mustAgree, sumOf } from './add-up'
import { type Column, plain, type Sheet } from './sheet'

export type PassingUpRow = {
  unit: string
  members: number
  /** what the share is taken of */
  receivedFen: number
  /** in hundredths of a per cent: 4000 is 40 % */
  share: number
  passedUpFen: number
  keptFen: number
  /** goes up whole, without a share */
  largeFen: number
}

export const levelWords = { branch: '党支部', 'general-branch': '党总支', committee: '党委' } as const

export type PassingUp = {
  /** who reckons */
  unit: string
  level: keyof typeof levelWords
  /** who receives */
  superior: string
  /** in words: 2026年第四季度 */
  period: string
  rows: readonly PassingUpRow[]
  ledger: { receivedFen: number; passedUpFen: number; largeFen: number }
  drawnOn: string
}

const columnsOf = (level: PassingUp['level']): readonly Column[] => [
  { head: '序号', kind: 'centred', width: 11 },
  { head: `${levelWords[level]}名称`, kind: 'text', width: 78 },
  { head: '党员数', kind: 'count', width: 16 },
  { head: '实收党费', kind: 'money', width: 28 },
  { head: '上缴比例', kind: 'percent', width: 20 },
  { head: '应上缴党费', kind: 'money', width: 28 },
  { head: '留存党费', kind: 'money', width: 28 },
  { head: '大额党费', kind: 'money', width: 24, quiet: true },
  { head: '上缴合计', kind: 'money', width: 28 },
]

const wholeOf = ({ passedUpFen, largeFen }: PassingUpRow) => passedUpFen + largeFen

function checkSums(rows: readonly PassingUpRow[], ledger: PassingUp['ledger']): void {
  for (const row of rows) mustAgree(`${row.unit}：上缴与留存`, row.passedUpFen + row.keptFen, row.receivedFen)
  mustAgree(
    '实收党费',
    sumOf(rows, (row) => row.receivedFen),
    ledger.receivedFen,
  )
  mustAgree(
    '应上缴党费',
    sumOf(rows, (row) => row.passedUpFen),
    ledger.passedUpFen,
  )
  mustAgree(
    '大额党费',
    sumOf(rows, (row) => row.largeFen),
    ledger.largeFen,
  )
}

export function passingUp({ unit, level, superior, period, rows, ledger, drawnOn }: PassingUp): Sheet {
  checkSums(rows, ledger)
  const upFen = sumOf(rows, wholeOf)
  return {
    ...plain,
    title: `${levelWords[level]}党费上缴计算表`,
    name: `${unit}${period}${levelWords[level]}党费上缴计算表`,
    headline: [`单位：${unit}（上缴至：${superior}）`, `所属期：${period}`, '金额单位：元'],
    columns: columnsOf(level),
    rows: rows.map((row, index) => ({
      values: [
        index + 1,
        row.unit,
        row.members,
        row.receivedFen,
        row.share,
        row.passedUpFen,
        row.keptFen,
        row.largeFen,
        wholeOf(row),
      ],
    })),
    total: {
      strong: true,
      values: [
        null,
        '合计',
        sumOf(rows, (row) => row.members),
        ledger.receivedFen,
        null,
        ledger.passedUpFen,
        sumOf(rows, (row) => row.keptFen),
        ledger.largeFen,
        upFen,
      ],
    },
    capital: { label: '上缴合计（大写）', fen: upFen },
    notes: ['应上缴党费＝实收党费×上缴比例；大额党费（一次自愿多交 1000 元及以上）全额上缴，不参与比例计算。'],
    signatures: ['负责人（签字）', '复核人（签字）', '制表人（签字）', '上缴日期'],
    landscape: true,
    drawnOn,
  }
}
