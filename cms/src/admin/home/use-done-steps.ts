/** Which steps of the guide are done, on this device: nobody is asked to prove it. */
import { useAuth } from '@strapi/strapi/admin'
import { useCallback, useState } from 'react'

type Kept = { done: string[]; isHidden: boolean }

const NOTHING: Kept = { done: [], isHidden: false }

function read(key: string): Kept {
  try {
    return { ...NOTHING, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>) }
  } catch {
    return NOTHING
  }
}

export function useDoneSteps() {
  const account = useAuth('DeskGuide', ({ user }) => user?.id)
  const key = `desk-guide-${account ?? ''}`
  const [kept, setKept] = useState(() => read(key))
  const keep = useCallback(
    (next: Kept) => {
      localStorage.setItem(key, JSON.stringify(next))
      setKept(next)
    },
    [key],
  )

  return {
    isDone: (id: string) => kept.done.includes(id),
    count: kept.done.length,
    isHidden: kept.isHidden,
    setDone: (id: string, isDone: boolean) =>
      keep({ ...kept, done: [...kept.done.filter((other) => other !== id), ...(isDone ? [id] : [])] }),
    setHidden: (isHidden: boolean) => keep({ ...kept, isHidden }),
    startAgain: () => keep(NOTHING),
  }
}
