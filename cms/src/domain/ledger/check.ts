/** Does the ledger add up, and does it say what its causes say? What is wrong is named, nothing is mended. */
export type LedgerFigures = {
  /** entries whose postings do not add up to nothing, or that have none */
  unbalanced: string[]
  /** bills of more than nothing without an entry, entries without a bill, and amounts that differ */
  bills: string[]
  /** settled payments without an entry, entries of payments that are not settled, and amounts that differ */
  payments: string[]
  /** approved requests without an entry where one was due, and entries without an approved request */
  requests: string[]
  /** bills of which more was paid back than paid */
  belowNothing: string[]
  /** the sum of all postings */
  sumFen: number
}

export type LedgerProblem = {
  code: 'UNBALANCED' | 'BILL' | 'PAYMENT' | 'REQUEST' | 'BELOW_NOTHING' | 'SUM'
  about: string
}

export const problemWords: Record<LedgerProblem['code'], string> = {
  UNBALANCED: '分录两边不平',
  BILL: '账单与账簿不一致',
  PAYMENT: '交纳与账簿不一致',
  REQUEST: '更正或退款与账簿不一致',
  BELOW_NOTHING: '退回的多于交纳的',
  SUM: '全部分录之和不为零',
}

export function checkLedger(figures: LedgerFigures): LedgerProblem[] {
  const named = (code: LedgerProblem['code'], all: readonly string[]) => all.map((about) => ({ code, about }))
  return [
    ...named('UNBALANCED', figures.unbalanced),
    ...named('BILL', figures.bills),
    ...named('PAYMENT', figures.payments),
    ...named('REQUEST', figures.requests),
    ...named('BELOW_NOTHING', figures.belowNothing),
    ...(figures.sumFen === 0 ? [] : [{ code: 'SUM' as const, about: String(figures.sumFen) }]),
  ]
}
