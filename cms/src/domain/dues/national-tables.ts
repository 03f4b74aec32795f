/**
 * The tables that hold for everybody, the oldest first. A later regulation is one more entry; what a college decides for itself goes
 * into its settings (@see settings.ts).
 */
import type { RateTable } from './rate-table'

const brackets = [
  { upToFen: 3000_00, basisPoints: 50 },
  { upToFen: 5000_00, basisPoints: 100 },
  { upToFen: 10_000_00, basisPoints: 150 },
  { upToFen: null, basisPoints: 200 },
]
const pension = [
  { upToFen: 5000_00, basisPoints: 50 },
  { upToFen: null, basisPoints: 100 },
]
const twentyFen = { kind: 'fixed', article: '6', fen: 20 } as const

export const nationalTables: readonly RateTable[] = [
  {
    from: '2008-04',
    sources: ['《关于中国共产党党费收缴、使用和管理的规定》（中组发〔2008〕3号）', '组电明字〔2017〕5号'],
    rules: {
      salaried: { kind: 'rate', article: '2', brackets },
      'annual-salary': { kind: 'rate', article: '3', brackets },
      'self-employed': { kind: 'rate', article: '4', brackets },
      retired: { kind: 'rate', article: '5', brackets: pension },
      farmer: { kind: 'chosen', article: '6', leastFen: 20, mostFen: 100 },
      student: twentyFen,
      unemployed: twentyFen,
      relief: twentyFen,
      'minimum-allowance': twentyFen,
    },
    askAboveFen: 1000_00,
    toCentreFromFen: 1000_00,
  },
]
