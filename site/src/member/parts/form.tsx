/** Parts of forms: what is wrong is said beside its field, in words, and the field says so to screen readers. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { asRefusal, type Refusal } from '../refusal.ts'

type Wrong = { [field: string]: string | undefined }

type FieldProps = {
  label: string
  name: string
  type?: 'text' | 'password' | 'date'
  autoComplete?: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off'
  inputMode?: 'text' | 'decimal'
  defaultValue?: string
  maxLength?: number
  max?: string
  hint?: ComponentChildren
  problem?: string | undefined
}

export function Field({ label, hint, problem, name, type = 'text', ...input }: FieldProps) {
  const id = useId()
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <p class="field">
      <label for={id}>{label}</label>
      {hint && (
        <span class="quiet" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        {...input}
        {...{ id, name, spellcheck: false }}
        // Preact's types know each kind of input apart, and no union of them
        type={type as 'text'}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={described || undefined}
      />
      {problem && (
        <span class="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </p>
  )
}

type ChoiceProps = {
  label: string
  name: string
  value?: string
  options: readonly (readonly [value: string, name: string])[]
  problem?: string | undefined
  onChange?: (value: string) => void
}

export function Choice({ label, name, value, options, problem, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange?.(event.currentTarget.value)}
      >
        {options.map(([key, shown]) => (
          <option key={key} value={key}>
            {shown}
          </option>
        ))}
      </select>
      {problem && (
        <span class="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </p>
  )
}

export function Tick({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} />
      <span>{children}</span>
    </label>
  )
}

/** What stands over the form when it was refused; it takes the focus, so that it is heard. */
export function Problem({ refusal }: { refusal: Refusal | null }) {
  const shown = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (refusal) shown.current?.focus()
  }, [refusal])
  if (!refusal) return null
  const { seconds } = refusal.details
  return (
    <p class="problem" role="alert" tabIndex={-1} ref={shown}>
      {refusal.message}
      {typeof seconds === 'number' && `（约 ${Math.ceil(seconds / 60)} 分钟后可以再试）`}
    </p>
  )
}

export type Typed = {
  text: (name: string) => string
  /** to the letter: blanks at its ends are part of a password */
  secret: (name: string) => string
  isTicked: (name: string) => boolean
}
type FormProps = {
  submit: string
  /** what is missing or wrong before anything is sent, by field */
  check?: (typed: Typed) => Wrong
  send: (typed: Typed) => Promise<unknown>
  /** where the API names a field by another word, or only says a code */
  fieldOf?: (refusal: Refusal) => string | undefined
  /** what to say of a field that the API only calls malformed */
  malformed?: Wrong
  children: (wrong: Wrong) => ComponentChildren
  beside?: ComponentChildren
}

/** One press is one sending: the button rests until the answer is there. */
export function Form({ submit, check, send, fieldOf, malformed = {}, children, beside }: FormProps) {
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<Wrong>({})
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const form = useRef<HTMLFormElement>(null)

  const focusOn = (name: string | undefined) => {
    const field = name && form.current?.elements.namedItem(name)
    if (field instanceof HTMLElement) field.focus()
  }

  async function onSubmit(event: Event) {
    event.preventDefault()
    if (isBusy || !form.current) return
    const data = new FormData(form.current)
    const secret = (name: string) => String(data.get(name) ?? '')
    const typed = { secret, text: (name: string) => secret(name).trim(), isTicked: (name: string) => data.has(name) }
    const found = check?.(typed) ?? {}
    const [first] = Object.keys(found)
    setRefusal(null)
    setWrong(found)
    if (first) return focusOn(first)
    setBusy(true)
    try {
      await send(typed)
    } catch (error) {
      const refused = asRefusal(error)
      const field = fieldOf?.(refused) ?? refused.fields.find((name) => form.current?.elements.namedItem(name))
      if (field) {
        setWrong({ [field]: (refused.code === 'BAD_REQUEST' && malformed[field]) || refused.message })
        focusOn(field)
      } else setRefusal(refused)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form ref={form} onSubmit={onSubmit} noValidate class="member-form">
      <Problem refusal={refusal} />
      {children(wrong)}
      <p class="button-row">
        <button type="submit" class="button solid" aria-disabled={isBusy}>
          {isBusy ? '请稍候…' : submit}
        </button>
        {beside}
      </p>
    </form>
  )
}
