import type { BranchBill } from '../shapes.ts'
import { monthName, shareOf, yuan } from '../words.ts'

type Props = { month: string; bills: readonly BranchBill[]; gaps: number }

/** How far a month has come: counts and sums, nobody's name. */
export function Progress({ month, bills, gaps }: Props) {
  const settled = bills.filter(({ due, paid }) => paid.fen >= due.fen).length
  const dueFen = bills.reduce((sum, { due }) => sum + due.fen, 0)
  const paidFen = bills.reduce((sum, { paid }) => sum + paid.fen, 0)
  return (
    <section class="progress" aria-labelledby="progress">
      <h2 id="progress">{monthName(month)}进度</h2>
      <p class="amount">
        <b>{settled}</b> / {bills.length} 人已交清
      </p>
      <Bar name="已交清的人数" part={settled} whole={bills.length} />
      <p>
        应交 {yuan(dueFen)} 元，已交 {yuan(paidFen)} 元{paidFen < dueFen && `，还差 ${yuan(dueFen - paidFen)} 元`}。
      </p>
      {gaps > 0 && <p>另有 {gaps} 人还不能生成账单，原因在下面。</p>}
    </section>
  )
}

export function Bar({ name, part, whole }: { name: string; part: number; whole: number }) {
  return (
    <meter
      min={0}
      max={Math.max(whole, 1)}
      value={whole === 0 ? 1 : part}
      aria-label={`${name} ${shareOf(part, whole)}%`}
    >
      {shareOf(part, whole)}%
    </meter>
  )
}
