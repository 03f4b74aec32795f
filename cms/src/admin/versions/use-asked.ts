/** One question to the server, put again whenever `path` changes. */
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'

export type Asked<Answer> = { answer: Answer | null; isLost: boolean }
type Held<Answer> = Asked<Answer> & { path: string }

export function useAsked<Answer>(path: string, revision = ''): Asked<Answer> {
  const { get } = useFetchClient()
  const [held, setHeld] = useState<Held<Answer>>({ path, answer: null, isLost: false })

  // `revision` says that the answer to the same question differs
  useEffect(() => {
    let isOver = false
    get<{ data: Answer }>(path)
      .then(({ data }) => !isOver && setHeld({ path, answer: data.data, isLost: false }))
      .catch(
        () => !isOver && setHeld((last) => ({ path, answer: last.path === path ? last.answer : null, isLost: true })),
      )
    return () => {
      isOver = true
    }
  }, [get, path, revision])

  // the answer to another question is none to this one
  return held.path === path ? held : { answer: null, isLost: false }
}
