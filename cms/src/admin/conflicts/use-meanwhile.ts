/** After a save was refused because others have saved: what they say, what this form says, and what both began with. */
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useEffect, useRef, useState } from 'react'
import type { Snapshot } from '../../domain/content/snapshot'
import { compareThree, type Difference } from '../../domain/versions/merge'
import { listen } from '../form-events'
import { conflicts as texts } from '../texts/conflicts'
import type { Meanwhile } from '../versions/answers'
import { formSnapshot, titlesInForm } from '../versions/form-snapshot'

export type Conflict = {
  meanwhile: Meanwhile
  mine: Snapshot
  titles: Record<string, string>
  differences: Difference[]
  /** the form as it was when the save was refused */
  values: Record<string, unknown>
}

type Entry = { model: string; documentId: string; isSingle: boolean }

export function useMeanwhile({ model, documentId, isSingle }: Entry) {
  const { get } = useFetchClient()
  const { toggleNotification } = useNotification()
  const getValues = useForm('Meanwhile', (form) => form.getValues) as () => Record<string, unknown>
  const [conflict, setConflict] = useState<Conflict | null>(null)

  async function compare(base: string) {
    try {
      const path = `/admin/versions/${model}/${documentId}/meanwhile`
      const { data } = await get<{ data: Meanwhile }>(path, { params: { base } })
      const meanwhile = data.data
      const values = getValues()
      const mine = formSnapshot(values, meanwhile.fields, meanwhile.base ?? meanwhile.theirs)
      const titles = { ...meanwhile.titles, ...titlesInForm(values, meanwhile.fields) }
      const differences = compareThree(meanwhile.base, mine, meanwhile.theirs, meanwhile.fields)
      setConflict({ meanwhile, mine, titles, differences, values })
    } catch {
      toggleNotification({ type: 'danger', message: texts.failed })
    }
  }

  const latest = useRef(compare)
  latest.current = compare
  useEffect(
    () =>
      listen((event) => {
        const isOurs = event.model === model && event.documentId === (isSingle ? null : documentId)
        if (isOurs && event.type === 'outdated') latest.current(event.base)
      }),
    [model, documentId, isSingle],
  )

  return { conflict, close: () => setConflict(null) }
}
