/** A running clock. Screen readers hear the state when it changes, not every tenth of a second. */
import { useEffect, useState } from 'react'
import { durationWords } from './words'

const TICK_MS = 100

/** @param baseMs what had passed at `receivedAt`, by the server's clock; `receivedAt` by `performance.now()` */
export function Elapsed({ baseMs, receivedAt }: { baseMs: number; receivedAt: number }) {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <span aria-hidden style={{ fontVariantNumeric: 'tabular-nums' }}>
      {durationWords(Math.max(0, baseMs + now - receivedAt))}
    </span>
  )
}
