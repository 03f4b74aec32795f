/** Valid data of each paper, to begin from. */
import { sumOf } from '../add-up'
import type { BranchMonth, BranchMonthRow } from '../branch-month'
import type { PassingUp, PassingUpRow } from '../passing-up'
import type { Receipt } from '../receipt'
import type { YearDetails, YearDetailsRow } from '../year-details'
import type { YearPublication } from '../year-publication'
import type { YearSummary, YearSummaryRow } from '../year-summary'

const COLLEGE = '中共江州职业技术学院'
export const branchName = `${COLLEGE}信息工程学院第二教工支部委员会`
const committee = `${COLLEGE}委员会`
const drawnOn = '2026-11-30'

export const names = ['张伟', '王㛃', '李䶮', '陈𬭩', '阿卜杜热合曼·买买提明', '欧阳建华', '赵敏']

export const branchMonthRow = (change: Partial<BranchMonthRow> = {}): BranchMonthRow => ({
  name: '张伟',
  category: 'salaried',
  dueFen: 3457,
  paidFen: 3457,
  arrearsFen: 0,
  extraFen: 0,
  largeFen: 0,
  paidOn: '2026-11-05',
  method: '微信支付',
  remark: '',
  ...change,
})

export function branchMonthOf(rows: readonly BranchMonthRow[]): BranchMonth {
  const receivedFen = sumOf(rows, ({ paidFen, arrearsFen, extraFen }) => paidFen + arrearsFen + extraFen)
  const largeFen = sumOf(rows, (row) => row.largeFen)
  return { unit: branchName, month: '2026-11', rows, ledger: { receivedFen, largeFen }, drawnOn }
}

export const yearDetailsRow = (change: Partial<YearDetailsRow> = {}): YearDetailsRow => ({
  name: '张伟',
  monthsFen: Array.from({ length: 12 }, () => 3457),
  extraFen: 0,
  largeFen: 0,
  ...change,
})

export function yearDetailsOf(rows: readonly YearDetailsRow[]): YearDetails {
  const receivedFen = sumOf(rows, (row) => sumOf(row.monthsFen, (fen) => fen) + row.extraFen)
  return {
    unit: branchName,
    year: 2026,
    rows,
    ledger: { receivedFen, largeFen: sumOf(rows, (row) => row.largeFen) },
    drawnOn,
  }
}

export const yearSummaryRow = (change: Partial<YearSummaryRow> = {}): YearSummaryRow => ({
  unit: branchName,
  members: 28,
  dueFen: 987_650,
  paidFen: 987_650,
  extraFen: 10_000,
  largeFen: 0,
  ...change,
})

export function yearSummaryOf(rows: readonly YearSummaryRow[]): YearSummary {
  const receivedFen = sumOf(rows, ({ paidFen, extraFen }) => paidFen + extraFen)
  const largeFen = sumOf(rows, (row) => row.largeFen)
  return { unit: committee, year: 2026, rows, ledger: { receivedFen, largeFen }, drawnOn }
}

export const passingUpRow = (change: Partial<PassingUpRow> = {}): PassingUpRow => ({
  unit: branchName,
  members: 28,
  receivedFen: 100_000,
  share: 4000,
  passedUpFen: 40_000,
  keptFen: 60_000,
  largeFen: 0,
  ...change,
})

export function passingUpOf(rows: readonly PassingUpRow[], change: Partial<PassingUp> = {}): PassingUp {
  return {
    unit: committee,
    level: 'branch',
    superior: '中共江州市委教育工作委员会',
    period: '2026年第四季度',
    rows,
    ledger: {
      receivedFen: sumOf(rows, (row) => row.receivedFen),
      passedUpFen: sumOf(rows, (row) => row.passedUpFen),
      largeFen: sumOf(rows, (row) => row.largeFen),
    },
    drawnOn,
    ...change,
  }
}

export const yearPublicationOf = (change: Partial<YearPublication> = {}): YearPublication => ({
  unit: committee,
  year: 2026,
  carriedInFen: 1_234_567,
  amountsFen: {
    dues: 12_345_678,
    interest: 4321,
    passedUp: 4_938_271,
    studyMaterials: 800_000,
    training: 1_500_000,
    commendation: 300_000,
    hardshipAid: 600_000,
    other: 0,
  },
  balanceFen: 1_234_567 + 12_345_678 + 4321 - 4_938_271 - 800_000 - 1_500_000 - 300_000 - 600_000,
  largeFen: 500_000,
  remarks: { passedUp: '按 40% 上缴', hardshipAid: '春节、“七一”走访慰问 12 人' },
  shown: { from: '2027-01-11', until: '2027-01-17' },
  contact: '党委组织部，电话 0000-12345678',
  drawnOn: '2027-01-11',
  ...change,
})

export const receiptOf = (change: Partial<Receipt> = {}): Receipt => ({
  number: 'DF2026-000123',
  payer: '王㛃',
  branch: branchName,
  issuer: branchName,
  lines: [
    { month: '2026-09', kind: 'arrears', fen: 3457 },
    { month: '2026-10', kind: 'arrears', fen: 3457 },
    { month: '2026-11', kind: 'dues', fen: 3457 },
  ],
  totalFen: 10_371,
  paidOn: '2026-11-05',
  method: '微信支付',
  proxy: null,
  collector: '陈𬭩',
  issuedOn: '2026-11-05',
  verification: { address: 'https://dangjian.example.edu.cn/verify/?r=DF2026-000123-5TRB8E6V2M', code: '5TRB8-E6V2M' },
  voided: null,
  ...change,
})
