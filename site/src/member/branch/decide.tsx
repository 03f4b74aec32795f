/** One asks, another decides; a refusal says why. */
import { useState } from 'preact/hooks'
import { useHere } from '../context.ts'
import { Field, Form } from '../parts/form.tsx'

type Props = { path: string; what: string; yes: string; onDone: () => Promise<void> }

export function Decide({ path, what, yes, onDone }: Props) {
  const { api, say } = useHere()
  const [isApproved, setApproved] = useState<boolean | null>(null)
  const no = yes === '确认' ? '退回' : '不批准'
  if (isApproved === null)
    return (
      <div class="button-row">
        <button type="button" class="button" onClick={() => setApproved(true)}>
          {yes}
          <span class="visually-hidden">{what}</span>
        </button>
        <button type="button" class="button" onClick={() => setApproved(false)}>
          {no}
          <span class="visually-hidden">{what}</span>
        </button>
      </div>
    )
  const act = isApproved ? yes : no
  return (
    <Form
      submit={`${act}，不再更改`}
      check={({ text }) => (isApproved || text('note') ? {} : { note: '请写明原因，本人会看到。' })}
      send={async ({ text }) => {
        await api.post(path, { isApproved, note: text('note') })
        say(`已${act}：${what}。`)
        await onDone()
      }}
      beside={
        <button type="button" class="button" onClick={() => setApproved(null)}>
          取消
        </button>
      }
    >
      {(wrong) => (
        <Field
          label={isApproved ? '意见（可不填）' : '原因'}
          name="note"
          maxLength={200}
          autoComplete="off"
          problem={wrong['note']}
        />
      )}
    </Form>
  )
}
