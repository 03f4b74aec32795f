/** Writes what is typed and not saved into this browser, within a second and before the page is left. */
import { useForm } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import { keepBeforeLeaving, listen } from '../form-events'
import { drop, keep, type Unsaved } from './device-store'
import { holdForm } from './live-forms'

const PAUSE_MS = 1000

type Form = Omit<Unsaved, 'values' | 'keptAt' | 'title'>
export type Kept = { at: number; isKept: boolean } | null

const NAMED_BY = ['title', 'name', 'text', 'siteName']
const MAX_TITLE = 60

function titleOf(values: Record<string, unknown>): string {
  const named = NAMED_BY.map((field) => values[field]).find((value) => typeof value === 'string' && value !== '')
  return Array.from(String(named ?? ''))
    .slice(0, MAX_TITLE)
    .join('')
}

export function useAutosave(form: Form): Kept {
  const { key, model, isSingle } = form
  const documentId = isSingle ? null : form.documentId
  const values = useForm('Autosave', (state) => state.values) as Record<string, unknown>
  const isModified = useForm('Autosave', (state) => state.modified)
  const [kept, setKept] = useState<Kept>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ form, values, isModified })
  latest.current = { form, values, isModified }

  const write = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    const now = latest.current
    if (!now.isModified) return
    const keptAt = Date.now()
    const isKept = await keep({ ...now.form, title: titleOf(now.values), values: now.values, keptAt })
    setKept({ at: keptAt, isKept })
  }, [])

  useEffect(() => holdForm(key), [key])

  // each change of the values starts the clock, once
  useEffect(() => {
    if (isModified) timer.current ??= setTimeout(write, PAUSE_MS)
  }, [values, isModified, write])

  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') write()
    }
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('pagehide', write)
    const forget = keepBeforeLeaving(write)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('pagehide', write)
      forget()
      clearTimeout(timer.current)
      timer.current = undefined
    }
  }, [write])

  useEffect(
    () =>
      listen((event) => {
        if (event.type === 'unreachable') write()
        if (event.type !== 'saved' || event.model !== model || event.documentId !== documentId) return
        clearTimeout(timer.current)
        timer.current = undefined
        setKept(null)
        drop([key])
      }),
    [key, model, documentId, write],
  )

  return kept
}
