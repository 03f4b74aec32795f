/** How long until it happens. Screen readers hear the state when it changes, not every second. */
import { useEffect, useState } from 'react'
import { durationWords } from '../publication/words'
import { schedule as texts } from '../texts/schedule'

const TICK_MS = 1000

/** @param leftMs at `receivedAt`, by the server's clock; `receivedAt` by `performance.now()` */
export function Countdown({ leftMs, receivedAt }: { leftMs: number; receivedAt: number }) {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  const left = Math.round((leftMs - (now - receivedAt)) / TICK_MS) * TICK_MS
  return (
    <span aria-hidden style={{ fontVariantNumeric: 'tabular-nums' }}>
      {left > 0 ? texts.left(durationWords(left).replace('.0 秒', ' 秒')) : texts.due}
    </span>
  )
}
