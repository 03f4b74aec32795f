/** What cannot be taken back is asked once more, in place: no window of the browser, which cannot be read at leisure. */
import { useEffect, useRef, useState } from 'preact/hooks'

type Props = { ask: string; question: string; yes: string; onYes: () => unknown; isSolid?: boolean }

export function Sure({ ask, question, yes, onYes, isSolid = false }: Props) {
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const asked = useRef<HTMLParagraphElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)
  useEffect(() => {
    if (isAsked) asked.current?.focus()
    else if (wasAsked.current) button.current?.focus()
    wasAsked.current = isAsked
  }, [isAsked])

  async function go() {
    if (isBusy) return
    setBusy(true)
    try {
      await onYes()
    } finally {
      setBusy(false)
      setAsked(false)
    }
  }

  if (!isAsked)
    return (
      <button type="button" class={isSolid ? 'button solid' : 'button'} ref={button} onClick={() => setAsked(true)}>
        {ask}
      </button>
    )
  return (
    <fieldset class="sure">
      <legend class="visually-hidden">{ask}</legend>
      <p tabIndex={-1} ref={asked}>
        {question}
      </p>
      <div class="button-row">
        <button type="button" class="button solid" aria-disabled={isBusy} onClick={go}>
          {isBusy ? '请稍候…' : yes}
        </button>
        <button type="button" class="button" onClick={() => setAsked(false)}>
          取消
        </button>
      </div>
    </fieldset>
  )
}
