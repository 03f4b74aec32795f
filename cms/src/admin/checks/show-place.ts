/** Takes the user to a place in the form. The editor of texts knows its own places: it is asked first. */
import { type CheckedKind, checkedFields } from '../../domain/checks/fields'
import type { Finding } from '../../domain/checks/finding'

export const SHOW_PLACE = 'desk:show-place'
/** An editor that shows the place calls `preventDefault`. */
export type ShowPlaceDetail = { field: string; quote: string; start: number; end: number }

const CONTROLS = 'input, textarea, [contenteditable=true], button'

const nameOf = (kind: CheckedKind, field: string) =>
  checkedFields[kind].texts[field]?.label ?? checkedFields[kind].pictures[field]

function controlOf(kind: CheckedKind, field: string): HTMLElement | null {
  const named = document.querySelector<HTMLElement>(`main [name="${CSS.escape(field)}"]`)
  if (named && named.offsetParent !== null) return named
  const label = [...document.querySelectorAll<HTMLElement>('main label, main legend')].find(
    ({ textContent }) => textContent?.replace(/\s*\*\s*$/, '').trim() === nameOf(kind, field),
  )
  for (let around = label?.parentElement; around && around.tagName !== 'FORM'; around = around.parentElement) {
    const control = [...around.querySelectorAll<HTMLElement>(CONTROLS)].find(
      ({ offsetParent }) => offsetParent !== null,
    )
    if (control) return control
  }
  return label ?? null
}

function selectQuote(control: HTMLElement, { quote, start, end }: NonNullable<Finding['place']>) {
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return
  const from = control.value.slice(start, end) === quote ? start : control.value.indexOf(quote)
  if (from >= 0) control.setSelectionRange(from, from + quote.length)
}

export function showPlace(kind: CheckedKind, { field, place }: Pick<Finding, 'field' | 'place'>) {
  const detail: ShowPlaceDetail = { field, ...(place ?? { quote: '', start: 0, end: 0 }) }
  const isTaken = !window.dispatchEvent(new CustomEvent(SHOW_PLACE, { detail, cancelable: true }))
  if (isTaken) return
  const control = controlOf(kind, field)
  if (!control) return
  control.scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
  if (place) selectQuote(control, place)
}
