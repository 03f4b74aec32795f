/** Loads what others have saved into the form, and puts what is to stay of one's own over it. */
import { useForm, useNotification } from '@strapi/strapi/admin'
import { useEffect, useRef } from 'react'
import { conflicts as texts } from '../texts/conflicts'
import { reload } from '../versions/use-restore'
import { forgetOlder } from './bases'

type Values = Record<string, unknown>
type Entry = { model: string; documentId: string; isSingle: boolean }

/** Entries of a component lose the numbers of their rows: others may have taken these rows away. */
function withoutRows(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('__temp_key__' in entry)) return entry
    const { id: _id, ...fields } = entry as Values
    return fields
  })
}

export function useMerge({ model, documentId, isSingle }: Entry) {
  const initialValues = useForm('Merge', (form) => form.initialValues) as Values
  const setValues = useForm('Merge', (form) => form.setValues)
  const { toggleNotification } = useNotification()
  const waiting = useRef<Values | null>(null)
  const before = useRef(initialValues)

  useEffect(() => {
    if (before.current === initialValues) return
    before.current = initialValues
    if (!waiting.current) return
    const mine = waiting.current
    waiting.current = null
    const isMerged = Object.keys(mine).length > 0
    if (isMerged) setValues({ ...initialValues, ...mine })
    toggleNotification({ type: 'success', message: isMerged ? texts.merged : texts.taken })
  }, [initialValues, setValues, toggleNotification])

  /** @param mine the values of the form that stay; of everything else, what others have saved is taken */
  return (mine: Values) => {
    waiting.current = Object.fromEntries(Object.entries(mine).map(([name, value]) => [name, withoutRows(value)]))
    forgetOlder({ model, documentId: isSingle ? null : documentId })
    reload(model, documentId)
  }
}
