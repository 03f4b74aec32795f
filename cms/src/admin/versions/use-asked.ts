/** One question to the server, put again whenever `path` changes. */
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'

export type Asked<Answer> = { answer: Answer | null; isLost: boolean }

/** @param path null asks nothing */
export function useAsked<Answer>(path: string | null, revision = ''): Asked<Answer> {
  const { get } = useFetchClient()
  const [asked, setAsked] = useState<Asked<Answer>>({ answer: null, isLost: false })

  // `revision` says that the answer to the same question differs
  useEffect(() => {
    let isOver = false
    const settle = (next: (last: Asked<Answer>) => Asked<Answer>) => {
      if (!isOver) setAsked(next)
    }
    if (path === null) return
    get<{ data: Answer }>(path)
      .then(({ data }) => settle(() => ({ answer: data.data, isLost: false })))
      .catch(() => settle((last) => ({ ...last, isLost: true })))
    return () => {
      isOver = true
    }
  }, [get, path, revision])

  return asked
}
