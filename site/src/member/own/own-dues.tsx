/** 我的党费: this month, what waits for the member's own word, every year, the payments, and his base. */
import { useHere } from '../context.ts'
import { Show, useLoaded } from '../parts/load.tsx'
import type { Bill, MonthState, Statement } from '../shapes.ts'
import { beijingDay, categoryNames, monthName, monthStates, percent, yuan } from '../words.ts'
import { Bases } from './bases.tsx'
import { Payments, WaitingPayments } from './payments.tsx'

const thisMonth = () => beijingDay(new Date()).slice(0, 'YYYY-MM'.length)

export function OwnDues() {
  const { api } = useHere()
  const loaded = useLoaded(() => api.get<Statement>('/member/dues'), [api])
  return (
    <Show loaded={loaded}>
      {(statement) => (
        <>
          <WaitingPayments payments={statement.payments} again={loaded.again} />
          <ThisMonth statement={statement} month={thisMonth()} />
          <Standing statement={statement} />
          <Years statement={statement} />
          <Payments payments={statement.payments} />
          <Bases />
        </>
      )}
    </Show>
  )
}

export const stateOf = ({ account }: Statement, month: string): MonthState | null =>
  account.months.find((one) => one.month === month)?.state ?? null

const marks: Record<MonthState, string> = { NOTHING_DUE: 'calm', PAID: 'done', PARTLY: 'open', UNPAID: 'open' }
export const StateMark = ({ state }: { state: MonthState }) => (
  <span class={`mark ${marks[state]}`}>{monthStates[state]}</span>
)

/** Why it is this much, in a sentence. */
export function why({ reason, rate, article, category }: Bill): string {
  const whom = categoryNames[category] ?? ''
  const rule = `《规定》第${article}条`
  switch (reason) {
    case 'RATE':
      return `${whom}，按基数的 ${rate === null ? '' : percent(rate)} 交纳（${rule}）。`
    case 'FIXED':
      return `${whom}，每月交纳固定数额（${rule}）。`
    case 'REDUCED':
      return `经批准少交（${rule}）。`
    case 'EXEMPT':
      return `经批准免交（${rule}）。`
    default:
      return reason satisfies never
  }
}

function ThisMonth({ statement, month }: { statement: Statement; month: string }) {
  const bill = statement.bills.find((one) => one.month === month)
  const state = stateOf(statement, month)
  return (
    <section class="this-month" aria-labelledby="this-month">
      <h2 id="this-month">{monthName(month)}</h2>
      {bill && state ? (
        <>
          <p class="amount">
            <b>{bill.due.amount}</b> 元 <StateMark state={state} />
          </p>
          <p class="quiet">{why(bill)}</p>
          {state === 'PARTLY' && (
            <p>
              已交 {bill.paid.amount} 元，还差 {yuan(bill.due.fen - bill.paid.fen)} 元。
            </p>
          )}
          {bill.made && (
            <p class="quiet">
              原来是 {bill.made.amount} 元，后来更正为 {bill.due.amount} 元。
            </p>
          )}
          {(state === 'UNPAID' || state === 'PARTLY') && (
            <p>现在请把现金交给支部的组织委员，或者按支部通知转账；组织委员登记以后，请回到这里确认。</p>
          )}
        </>
      ) : (
        <p>
          这个月的账单还没有生成。多半是因为还没有已确认的基数，请在下面的“我的基数”里申报；也可以
          <a href="/calculator/">先算一算</a>。
        </p>
      )}
    </section>
  )
}

function Standing({ statement }: { statement: Statement }) {
  const { openFen, overdueFen, overpaidFen, tooOld } = statement.account
  if (overdueFen === 0 && overpaidFen === 0 && openFen === 0) return null
  return (
    <section class="state" aria-label="交纳情况">
      <p>
        一共还有 <b>{yuan(openFen)}</b> 元没有交清
        {overdueFen > 0 && `，其中 ${yuan(overdueFen)} 元已经过了当月的期限，请尽快补交`}。
      </p>
      {tooOld.length > 0 && (
        <p>{tooOld.map(monthName).join('、')}已经超过可以补交的六个月，请和支部联系（第十二条）。</p>
      )}
      {overpaidFen > 0 && <p>多交了 {yuan(overpaidFen)} 元，支部会和您联系退款。</p>}
    </section>
  )
}

function Years({ statement }: { statement: Statement }) {
  const years = [...new Set(statement.bills.map(({ month }) => month.slice(0, 'YYYY'.length)))]
  return (
    <section aria-labelledby="years">
      <div class="section-head">
        <h2 id="years">历年账单</h2>
      </div>
      {years.length === 0 && <p class="quiet none">还没有账单。</p>}
      {years.map((year, place) => {
        const bills = statement.bills.filter(({ month }) => month.startsWith(year))
        const paid = bills.reduce((sum, bill) => sum + bill.paid.fen, 0)
        return (
          <details key={year} class="year" open={place === 0}>
            <summary>
              {year}年 <span class="quiet">已交 {yuan(paid)} 元</span>
            </summary>
            <ul class="rows">
              {bills.map((bill) => {
                const state = stateOf(statement, bill.month)
                return (
                  <li key={bill.id}>
                    <span>{monthName(bill.month)}</span>
                    <span class="number">{bill.due.amount} 元</span>
                    {state && <StateMark state={state} />}
                  </li>
                )
              })}
            </ul>
          </details>
        )
      })}
    </section>
  )
}
