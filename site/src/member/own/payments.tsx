/** What was paid; and what a treasurer wrote down, which counts when the member says so. */
import { useState } from 'preact/hooks'
import { useHere } from '../context.ts'
import { Problem } from '../parts/form.tsx'
import { Sure } from '../parts/sure.tsx'
import { asRefusal, type Refusal } from '../refusal.ts'
import type { Payment } from '../shapes.ts'
import { dayName, methodNames, paymentStates } from '../words.ts'

type WaitingProps = { payments: readonly Payment[]; again: () => Promise<void> }

export function WaitingPayments({ payments, again }: WaitingProps) {
  const waiting = payments.filter(({ state, method }) => state === 'waiting' && method in { cash: 1, transfer: 1 })
  if (waiting.length === 0) return null
  return (
    <section class="to-confirm" aria-labelledby="to-confirm">
      <h2 id="to-confirm">请您确认</h2>
      <p>组织委员登记了下面的交纳。确实交过，请点“确认交过”，党费才入账；没有交过或金额不对，请点“不是这样”。</p>
      {waiting.map((payment) => (
        <ToConfirm key={payment.id} payment={payment} again={again} />
      ))}
    </section>
  )
}

function ToConfirm({ payment, again }: { payment: Payment; again: () => Promise<void> }) {
  const { api, say } = useHere()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const answer = async (what: 'confirm' | 'deny', done: string) => {
    try {
      setRefusal(null)
      await api.post(`/member/dues/payments/${payment.id}/${what}`)
      say(done)
      await again()
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  return (
    <div class="card">
      <p class="amount">
        <b>{payment.amount}</b> 元
      </p>
      <p>
        {dayName(payment.paidOn)}，{methodNames[payment.method]}
      </p>
      <Problem refusal={refusal} />
      <div class="button-row">
        <button
          type="button"
          class="button solid"
          onClick={() => answer('confirm', `已确认：${payment.amount} 元已经入账。`)}
        >
          确认交过
        </button>
        <Sure
          ask="不是这样"
          question={`确定没有交过这 ${payment.amount} 元，或者金额不对吗？这条登记会撤回，支部会看到。`}
          yes="确定，撤回登记"
          onYes={() => answer('deny', '已撤回这条登记，请和组织委员核对。')}
        />
      </div>
    </div>
  )
}

export function Payments({ payments }: { payments: readonly Payment[] }) {
  return (
    <section aria-labelledby="payments">
      <div class="section-head">
        <h2 id="payments">交纳记录</h2>
      </div>
      {payments.length === 0 && <p class="quiet none">还没有交纳记录。</p>}
      <ul class="rows">
        {payments.map(({ id, paidOn, method, amount, state, slip, payer }) => (
          <li key={id}>
            <span>
              {dayName(paidOn)}
              <small class="quiet">
                {methodNames[method]}
                {slip && `，凭证 ${slip}`}
                {payer !== 'self' && '，由他人代交'}
              </small>
            </span>
            <span class="number">{amount} 元</span>
            <span class={`mark ${state === 'settled' ? 'done' : 'calm'}`}>{paymentStates[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
