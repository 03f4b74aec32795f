/** One member's dues as his branch sees them: bills to correct, payments to give back, bases to confirm. */
import { useState } from 'preact/hooks'
import { holds, useHere } from '../context.ts'
import { StateMark, stateOf, why } from '../own/own-dues.tsx'
import { Show, useLoaded } from '../parts/load.tsx'
import type { Bill, Payment, Statement } from '../shapes.ts'
import { dayName, methodNames, monthName, paymentStates, requestKinds, requestStates } from '../words.ts'
import { AskFor, type Asking } from './ask-for.tsx'
import { BasesOfMember } from './bases-of-member.tsx'

type Of = Statement & { name: string; number: string }

export function MemberOfBranch({ id }: { id: string }) {
  const { api, me } = useHere()
  const loaded = useLoaded(() => api.get<Of>(`/branch/members/${encodeURIComponent(id)}/dues`), [api, id])
  const [asking, setAsking] = useState<Asking | null>(null)
  const isTreasury = holds(me, 'treasury')
  return (
    <>
      <p>
        <a class="underlined" href="#/branch">
          ‹ 回到支部党费
        </a>
      </p>
      <Show loaded={loaded}>
        {(statement) => (
          <>
            <h2>
              {statement.name} <small class="quiet">{statement.number}</small>
            </h2>
            {asking && (
              <AskFor
                asking={asking}
                onClose={() => setAsking(null)}
                onDone={async () => {
                  setAsking(null)
                  await loaded.again()
                }}
              />
            )}
            <BillsOf statement={statement} onAsk={isTreasury ? setAsking : null} />
            <PaymentsOf payments={statement.payments} onAsk={isTreasury ? setAsking : null} />
            <Requests statement={statement} />
            {isTreasury && <BasesOfMember memberId={id} onDone={loaded.again} />}
          </>
        )}
      </Show>
    </>
  )
}

type OnAsk = ((asking: Asking) => void) | null

function BillsOf({ statement, onAsk }: { statement: Of; onAsk: OnAsk }) {
  const ask = ({ id, month, due }: Bill) =>
    onAsk?.({ kind: 'correction', id, what: `${monthName(month)}的账单`, amount: due.amount })
  return (
    <section aria-labelledby="bills-of">
      <div class="section-head">
        <h3 id="bills-of">账单</h3>
      </div>
      {statement.bills.length === 0 && <p class="quiet none">还没有账单。</p>}
      <ul class="rows">
        {statement.bills.map((bill) => {
          const state = stateOf(statement, bill.month)
          return (
            <li key={bill.id}>
              <span>
                {monthName(bill.month)}
                <small class="quiet">{why(bill)}</small>
              </span>
              <span class="number">{bill.due.amount} 元</span>
              {state && <StateMark state={state} />}
              {onAsk && (
                <button type="button" class="button" onClick={() => ask(bill)}>
                  申请更正<span class="visually-hidden">{monthName(bill.month)}</span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function PaymentsOf({ payments, onAsk }: { payments: readonly Payment[]; onAsk: OnAsk }) {
  const ask = ({ id, paidOn, amount }: Payment) =>
    onAsk?.({ kind: 'refund', id, what: `${dayName(paidOn)}的交纳`, amount })
  return (
    <section aria-labelledby="payments-of">
      <div class="section-head">
        <h3 id="payments-of">交纳</h3>
      </div>
      {payments.length === 0 && <p class="quiet none">还没有交纳记录。</p>}
      <ul class="rows">
        {payments.map((payment) => (
          <li key={payment.id}>
            <span>
              {dayName(payment.paidOn)}
              <small class="quiet">
                {methodNames[payment.method]}
                {payment.slip && `，凭证 ${payment.slip}`}
              </small>
            </span>
            <span class="number">{payment.amount} 元</span>
            <span class={`mark ${payment.state === 'settled' ? 'done' : 'calm'}`}>{paymentStates[payment.state]}</span>
            {onAsk && payment.state === 'settled' && (
              <button type="button" class="button" onClick={() => ask(payment)}>
                申请退款<span class="visually-hidden">{dayName(payment.paidOn)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Requests({ statement: { requests } }: { statement: Of }) {
  if (requests.length === 0) return null
  return (
    <section aria-labelledby="requests-of">
      <div class="section-head">
        <h3 id="requests-of">更正和退款</h3>
      </div>
      <ul class="rows">
        {requests.map(({ id, kind, amount, reason, state, note }) => (
          <li key={id}>
            <span>
              {requestKinds[kind]} {amount} 元
              <small class="quiet">
                理由：{reason}
                {note && `；意见：${note}`}
              </small>
            </span>
            <span class="mark calm">{requestStates[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
