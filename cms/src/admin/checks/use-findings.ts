/** Checks the form as it stands, a moment after the last change, one question at a time. */
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useRef, useState } from 'react'
import type { Finding } from '../../domain/checks/finding'
import type { AskedForm } from './form-state'

/** long enough not to ask while somebody types */
const PAUSE_MS = 700

type State = { findings: Finding[] | null; isChecking: boolean; isLost: boolean }
type Answer = { data: { findings: Finding[] } }

/** @param asked as JSON: the same text is not asked about again */
export function useFindings(uid: string, asked: string): State {
  const { post } = useFetchClient()
  const [state, setState] = useState<State>({ findings: null, isChecking: true, isLost: false })
  const isFirst = useRef(true)
  const ask = useRef(post)
  ask.current = post

  useEffect(() => {
    let isOver = false
    setState((last) => ({ ...last, isChecking: true }))
    const timer = setTimeout(
      async () => {
        isFirst.current = false
        const answer = await ask
          .current<Answer>(`/admin/checks/documents/${uid}`, JSON.parse(asked) as AskedForm)
          .catch(() => null)
        if (isOver) return
        setState((last) =>
          answer
            ? { findings: answer.data.data.findings, isChecking: false, isLost: false }
            : { ...last, isChecking: false, isLost: true },
        )
      },
      isFirst.current ? 0 : PAUSE_MS,
    )
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [uid, asked])

  return state
}
