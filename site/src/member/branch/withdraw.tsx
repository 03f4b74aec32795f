import { useState } from 'preact/hooks'
import { useHere } from '../context.ts'
import { Problem } from '../parts/form.tsx'
import { Sure } from '../parts/sure.tsx'
import { asRefusal, type Refusal } from '../refusal.ts'
import type { Payment } from '../shapes.ts'

type Props = { payment: Payment & { name: string }; onDone: () => Promise<void> }

export function Withdraw({ payment, onDone }: Props) {
  const { api, say } = useHere()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const withdraw = async () => {
    try {
      await api.post(`/branch/dues/payments/${payment.id}/withdraw`)
      say(`已撤回：${payment.name} ${payment.amount} 元的登记。`)
      await onDone()
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  return (
    <div>
      <Problem refusal={refusal} />
      <Sure
        ask="撤回"
        question={`撤回${payment.name} ${payment.amount} 元的登记吗？`}
        yes="撤回登记"
        onYes={withdraw}
      />
    </div>
  )
}
