/** What an earlier visit has left unsaved of this entry, the newest first. */
import { useForm } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import { listen } from '../form-events'
import { drop, type Unsaved, unsavedOf } from './device-store'
import { openForms } from './live-forms'

export type Outcome = 'restored' | 'discarded' | 'postponed'
type Asked = { account: number; model: string; documentId: string | null; ownKey: string }

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export function useLeftBehind({ account, model, documentId, ownKey }: Asked) {
  const [waiting, setWaiting] = useState<Unsaved[]>([])
  const initialValues = useForm('LeftBehind', (form) => form.initialValues)
  const adopted = useRef<string[]>([])
  const initial = useRef(initialValues)
  initial.current = initialValues

  useEffect(() => {
    let isOver = false
    async function look() {
      const [all, open] = [await unsavedOf(account), await openForms()]
      const left = all.filter(
        (one) => one.model === model && one.documentId === documentId && one.key !== ownKey && !open.has(one.key),
      )
      const same = left.filter(({ values }) => isSame(values, initial.current))
      if (same.length > 0) await drop(same.map(({ key }) => key))
      if (!isOver) setWaiting(left.filter((one) => !same.includes(one)))
    }
    look()
    return () => {
      isOver = true
    }
  }, [account, model, documentId, ownKey])

  useEffect(
    () =>
      listen((event) => {
        if (event.type === 'saved' && event.model === model && adopted.current.length > 0) {
          drop(adopted.current.splice(0))
        }
      }),
    [model],
  )

  /** Done with the one that was offered; what was put into the form goes with its next save. */
  const settle = useCallback((key: string, outcome: Outcome) => {
    setWaiting((all) => all.filter((one) => one.key !== key))
    if (outcome === 'discarded') drop([key])
    if (outcome === 'restored') adopted.current.push(key)
  }, [])

  return { left: waiting[0] ?? null, settle }
}
