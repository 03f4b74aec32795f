/** 党费收据: what a member has paid, for which months, and where anybody can ask whether the paper is genuine. */
import { mustAgree, sumOf } from './add-up'
import { dayInWords, monthInWords } from './dates'
import { type Column, plain, type Sheet, type Verification } from './sheet'
import { receiptWords } from './words'

/** @property month 'YYYY-MM' */
export type ReceiptLine = { month: string; kind: keyof typeof receiptWords; fen: number }

export type Receipt = {
  number: string
  payer: string
  branch: string
  /** who issues it, below the table */
  issuer: string
  lines: readonly ReceiptLine[]
  totalFen: number
  /** 'YYYY-MM-DD' */
  paidOn: string
  method: string
  /** with the branch's consent (article 12) */
  proxy: string | null
  collector: string
  issuedOn: string
  verification: Verification
  /** why and when it was taken back */
  voided: { on: string; reason: string } | null
}

const columns: readonly Column[] = [
  { head: '序号', kind: 'centred', width: 30 },
  { head: '所属月份', kind: 'centred', width: 57 },
  { head: '款项', kind: 'centred', width: 30 },
  { head: '金额（元）', kind: 'money', width: 57 },
]

function factsOf(receipt: Receipt): Sheet['facts'] {
  const { payer, branch, paidOn, method, proxy } = receipt
  const facts: [string, string][] = [
    ['交款人', payer],
    ['所在党支部', branch],
    ['交款日期', dayInWords(paidOn)],
    ['交款方式', method],
  ]
  return proxy === null ? facts : [...facts, ['代交人', proxy]]
}

function mustBePaid(lines: readonly ReceiptLine[]): void {
  if (lines.length === 0 || lines.some(({ fen }) => !(fen > 0)))
    throw new RangeError('a receipt is for money that came in')
}

export function receiptSheet(receipt: Receipt): Sheet {
  const { number, lines, totalFen, issuer, collector, issuedOn, verification, voided } = receipt
  mustBePaid(lines)
  mustAgree(
    '收据合计',
    sumOf(lines, ({ fen }) => fen),
    totalFen,
  )
  return {
    ...plain,
    title: '党费收据',
    name: `党费收据 ${number}`,
    headline: [`编号：${number}`, '', `开具日期：${dayInWords(issuedOn)}`],
    facts: factsOf(receipt),
    columns,
    rows: lines.map(({ month, kind, fen }, index) => ({
      values: [index + 1, monthInWords(month), receiptWords[kind], fen],
    })),
    total: { values: [null, '合计', null, totalFen], strong: true },
    capital: { label: '金额（大写）', fen: totalFen },
    notes: voided === null ? [] : [`本收据已于${dayInWords(voided.on)}作废：${voided.reason}。`],
    signatures: [],
    issuer: [`收款单位（盖章）：${issuer}`, `收款人：${collector}`],
    verification,
    struck: voided === null ? null : '作废',
    size: 11,
    drawnOn: issuedOn,
  }
}
