/** Asks again and again, one question at a time, and not at all while nobody looks at this tab. */
import { useCallback, useEffect, useRef, useState } from 'react'

export type Polled<Answer> = {
  answer: Answer | null
  /** the last question was not answered */
  isLost: boolean
  /** by `performance.now()` */
  receivedAt: number
}

/** waits longer after each failure, up to ten times the pause */
const MAX_SLOWDOWN = 10

/**
 * @param load must stay the same function while the question does
 * @param pauseOf milliseconds until the next question, given the last answer and how long `revision` has been followed
 * @param revision whenever it changes, the question is put again at once
 */
export function usePolled<Answer>(
  load: () => Promise<Answer>,
  pauseOf: (answer: Answer | null, sinceMs: number) => number,
  revision: string,
): Polled<Answer> & { askAgain: () => void } {
  const [polled, setPolled] = useState<Polled<Answer>>({ answer: null, isLost: false, receivedAt: 0 })
  const [round, setRound] = useState(0)
  const pause = useRef(pauseOf)
  pause.current = pauseOf

  useEffect(() => {
    const startedAt = performance.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    let isAsking = false
    let failures = 0

    async function ask() {
      clearTimeout(timer)
      if (isOver || isAsking || document.hidden) return
      isAsking = true
      const answer = await load().catch(() => null)
      isAsking = false
      if (isOver) return
      failures = answer === null ? failures + 1 : 0
      const receivedAt = performance.now()
      setPolled((last) => (answer === null ? { ...last, isLost: true } : { answer, isLost: false, receivedAt }))
      timer = setTimeout(ask, pause.current(answer, receivedAt - startedAt) * Math.min(failures + 1, MAX_SLOWDOWN))
    }

    document.addEventListener('visibilitychange', ask)
    ask()
    return () => {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [load, revision, round])

  const askAgain = useCallback(() => setRound((last) => last + 1), [])
  return { ...polled, askAgain }
}
