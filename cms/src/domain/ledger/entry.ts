/**
 * The ledger of dues, by double entry: every entry has a cause, and its postings add up to nothing. Amounts are fen; more of what we
 * hold or are owed is positive, more of where it comes from or goes to is negative. Balances are sums of postings, kept nowhere else.
 */
export const accounts = {
  owed: '应收党费',
  cash: '支部现金',
  bank: '党费专户',
  wechat: '微信支付',
  alipay: '支付宝',
  dues: '党费收入',
  voluntary: '自愿多交',
  centre: '转交中央的大额党费',
  surplus: '待退回',
} as const
export type LedgerAccount = keyof typeof accounts

/** where money lies */
export const places = ['cash', 'bank', 'wechat', 'alipay'] as const satisfies readonly LedgerAccount[]
export type Place = (typeof places)[number]

export const causes = ['bill', 'correction', 'payment', 'refund'] as const
export type Cause = (typeof causes)[number]

export type Posting = {
  account: LedgerAccount
  organisationId: string
  memberId: string | null
  billId: string | null
  fen: number
}

export type Entry = {
  cause: Cause
  /** of the bill, correction, payment or refund: one cause has one entry, however often it is booked */
  causeId: string
  by: string
  /** the day that it counts for, in Beijing */
  on: string
  postings: readonly Posting[]
}

export const entryId = ({ cause, causeId }: Pick<Entry, 'cause' | 'causeId'>): string => `${cause}:${causeId}`

/** @throws RangeError for what a program must never book */
export function assertBalanced({ postings, ...entry }: Entry): void {
  const isWhole = postings.every(({ fen }) => Number.isSafeInteger(fen) && fen !== 0)
  if (!isWhole || postings.reduce((sum, { fen }) => sum + fen, 0) !== 0)
    throw new RangeError(`${entryId(entry)} does not add up`)
}
