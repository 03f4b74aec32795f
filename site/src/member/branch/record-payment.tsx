/** 登记交纳: a treasurer writes down what he has received. With a slip it counts at once, without one when the member confirms it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useHere } from '../context.ts'
import { amountMalformed } from '../own/bases.tsx'
import { Choice, Field, Form, Tick, type Typed } from '../parts/form.tsx'
import type { Refusal } from '../refusal.ts'
import type { BranchBill, Payment } from '../shapes.ts'
import { beijingDay, monthName, yuan } from '../words.ts'
import { newKey } from './key.ts'

const methods = [
  ['cash', '现金'],
  ['transfer', '转账'],
] as const
const payers = [
  ['self', '本人交纳'],
  ['relative', '亲属代交（要先经支部同意）'],
] as const

const fieldOf = ({ code }: Refusal) =>
  ({
    DUES_TOO_MUCH: 'amount',
    DUES_NOTHING_OPEN: 'amount',
    DUES_PAID_ON: 'paidOn',
    DUES_CONSENT_MISSING: 'consentOn',
  })[code]

function whatIsMissing({ text }: Typed) {
  const byOther = text('payer') !== 'self' && text('payer') !== ''
  return {
    ...(text('amount') ? {} : { amount: '请填写金额，单位是元，例如 34.57。' }),
    ...(text('paidOn') ? {} : { paidOn: '请填写交款的日期。' }),
    ...(byOther && !text('payerName') ? { payerName: '请填写代交人的姓名。' } : {}),
    ...(byOther && !text('consentOn') ? { consentOn: '请填写支部同意的日期。' } : {}),
  }
}

type Props = { bill: BranchBill; onDone: () => Promise<void>; onClose: () => void }

export function RecordPayment({ bill, onDone, onClose }: Props) {
  const { api, say } = useHere()
  const [key] = useState(newKey)
  const [payer, setPayer] = useState<string>('self')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const today = beijingDay(new Date())

  async function send({ text, isTicked }: Typed) {
    const byOther = payer === 'relative'
    const arrangement = {
      rhythm: 'monthly',
      payer: byOther ? { kind: 'relative', name: text('payerName') } : { kind: 'self' },
      consent: byOther ? { organisationId: bill.organisationId, on: text('consentOn') } : null,
    }
    const made = await api.post<Payment>('/branch/dues/payments', {
      ...{ key, memberId: bill.memberId, amount: text('amount'), method: text('method'), paidOn: text('paidOn') },
      ...{ arrangement, isRestVoluntary: isTicked('isRestVoluntary'), slip: text('slip') || null },
    })
    say(
      made.state === 'settled'
        ? `已登记并入账：${bill.name} ${made.amount} 元。`
        : `已登记：${bill.name} ${made.amount} 元，等本人在手机上确认后入账。`,
    )
    await onDone()
  }

  return (
    <section class="card" aria-labelledby="record">
      <h2 id="record" tabIndex={-1} ref={heading}>
        登记{bill.name}的交纳
      </h2>
      <p class="quiet">
        {monthName(bill.month)}应交 {bill.due.amount} 元，已交 {bill.paid.amount} 元。多交的月份从最早没交清的补起。
      </p>
      <Form
        submit="登记"
        check={whatIsMissing}
        send={send}
        fieldOf={fieldOf}
        malformed={{ amount: amountMalformed, paidOn: '日期不对，请核对。' }}
        beside={
          <button type="button" class="button" onClick={onClose}>
            取消
          </button>
        }
      >
        {(wrong) => (
          <>
            <Field
              label="金额（元）"
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={yuan(bill.due.fen - bill.paid.fen)}
              problem={wrong['amount']}
            />
            <Choice label="方式" name="method" options={methods} />
            <Field
              label="交款日期"
              name="paidOn"
              type="date"
              max={today}
              defaultValue={today}
              problem={wrong['paidOn']}
            />
            <Choice label="谁交的" name="payer" value={payer} options={payers} onChange={setPayer} />
            {payer === 'relative' && (
              <>
                <Field label="代交人姓名" name="payerName" autoComplete="off" problem={wrong['payerName']} />
                <Field label="支部同意的日期" name="consentOn" type="date" max={today} problem={wrong['consentOn']} />
              </>
            )}
            <Field
              label="凭证号（可不填）"
              name="slip"
              autoComplete="off"
              maxLength={100}
              hint="银行回单号，或本人签字的收据号。填了立即入账；不填，等本人在手机上确认。"
              problem={wrong['slip']}
            />
            <Tick name="isRestVoluntary">多出的部分是本人自愿多交（第十一条）</Tick>
          </>
        )}
      </Form>
    </section>
  )
}
