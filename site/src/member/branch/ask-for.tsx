/** A correction of a bill or a refund: asked here, decided by somebody else. */
import { useEffect, useRef } from 'preact/hooks'
import { useHere } from '../context.ts'
import { amountMalformed } from '../own/bases.tsx'
import { Field, Form } from '../parts/form.tsx'

const LEAST_REASON = 5

export type Asking = { kind: 'correction' | 'refund'; id: string; what: string; amount: string }
type Props = { asking: Asking; onDone: () => Promise<void>; onClose: () => void }

const kinds = {
  correction: { title: '申请更正', path: '/branch/dues/corrections', idName: 'billId', amount: '应当是多少（元）' },
  refund: { title: '申请退款', path: '/branch/dues/refunds', idName: 'paymentId', amount: '退多少（元）' },
} as const

const fields: Record<string, string> = { DUES_REFUND_TOO_MUCH: 'amount', DUES_NO_CHANGE: 'amount' }

export function AskFor({ asking, onDone, onClose }: Props) {
  const { api, say } = useHere()
  const { title, path, idName, amount } = kinds[asking.kind]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [asking.id])
  return (
    <section class="card" aria-labelledby="ask-for">
      <h3 id="ask-for" tabIndex={-1} ref={heading}>
        {title}：{asking.what}
      </h3>
      <p class="quiet">要由另一位同志批准，批准以前账上不变。</p>
      <Form
        key={asking.id}
        submit="提交申请"
        check={({ text }) => ({
          ...(text('amount') ? {} : { amount: '请填写金额，单位是元。' }),
          ...(text('reason').length >= LEAST_REASON ? {} : { reason: `请写明理由，至少 ${LEAST_REASON} 个字。` }),
        })}
        malformed={{ amount: amountMalformed, reason: '理由要在 5 个字到 200 个字之间。' }}
        fieldOf={({ code }) => fields[code]}
        send={async ({ text }) => {
          await api.post(path, { [idName]: asking.id, amount: text('amount'), reason: text('reason') })
          say('已提交，等另一位同志审批。')
          await onDone()
        }}
        beside={
          <button type="button" class="button" onClick={onClose}>
            取消
          </button>
        }
      >
        {(wrong) => (
          <>
            <Field
              label={amount}
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={asking.amount}
              problem={wrong['amount']}
            />
            <Field label="理由" name="reason" maxLength={200} autoComplete="off" problem={wrong['reason']} />
          </>
        )}
      </Form>
    </section>
  )
}
