/** Something that is fetched: while it comes, when it does not come, and when it is there. */
import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { asRefusal, type Refusal } from '../refusal.ts'
import { AskSecondFactor } from './ask-second-factor.tsx'

type State<T> = { data: T | null; refusal: Refusal | null }

/** @param asks anew whenever one of these changes; a slow answer to an earlier question is dropped */
export function useLoaded<T>(load: () => Promise<T>, asks: readonly unknown[]) {
  const [state, setState] = useState<State<T>>({ data: null, refusal: null })
  const turn = useRef(0)
  const again = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    try {
      const data = await load()
      if (turn.current === mine) setState({ data, refusal: null })
    } catch (error) {
      if (turn.current === mine) setState({ data: null, refusal: asRefusal(error) })
    }
  }, asks)
  useEffect(() => {
    setState({ data: null, refusal: null })
    again()
    return () => {
      turn.current += 1
    }
  }, [again])
  return { ...state, again }
}
export type Loaded<T> = ReturnType<typeof useLoaded<T>>

export function Show<T>({ loaded, children }: { loaded: Loaded<T>; children: (data: T) => ComponentChildren }) {
  const { data, refusal, again } = loaded
  if (data !== null) return <>{children(data)}</>
  if (refusal?.code === 'SECOND_FACTOR_REQUIRED') return <AskSecondFactor onPassed={again} />
  if (refusal)
    return (
      <div role="alert">
        <p class="problem">{refusal.message}</p>
        <p class="button-row">
          <button type="button" class="button" onClick={again}>
            再试一次
          </button>
        </p>
      </div>
    )
  return (
    <p class="quiet" role="status">
      正在读取…
    </p>
  )
}
