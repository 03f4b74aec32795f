/** The warning stands over whatever page is open, so it is no part of any: a dialog of the browser's own. */
import { session as texts } from '../texts/session'

type Warning = { leftMs: number; idleMinutes: number; stay: () => void; leave: () => void }

const MINUTE_MS = 60_000
const SECOND_MS = 1000

const held: { dialog: HTMLDialogElement | null } = { dialog: null }

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string, style: string) {
  const made = document.createElement(name)
  made.textContent = text
  made.style.cssText = style
  return made
}

function button(text: string, style: string, act: () => void) {
  const made = element(
    'button',
    text,
    `font: inherit; padding: 8px 16px; border-radius: 4px; cursor: pointer; ${style}`,
  )
  made.type = 'button'
  made.addEventListener('click', act)
  return made
}

function build({ idleMinutes, leftMs, stay, leave }: Warning): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.style.cssText =
    'width: min(440px, 90vw); padding: 24px; border: 0; border-radius: 8px; font-size: 14px; line-height: 1.7; color: #32324d; background: #fff; box-shadow: 0 8px 40px rgb(0 0 0 / 25%)'
  const heading = element('h2', texts.title, 'font-size: 18px; font-weight: 600; margin: 0 0 12px')
  heading.id = 'idle-warning-title'
  dialog.setAttribute('aria-labelledby', heading.id)
  const sofar = Math.max(1, Math.round(idleMinutes - leftMs / MINUTE_MS))
  const left = element('p', '', 'font-size: 22px; font-weight: 600; margin: 8px 0; font-variant-numeric: tabular-nums')
  left.dataset.part = 'left'
  const buttons = element('div', '', 'display: flex; gap: 12px; justify-content: flex-end; margin-top: 20px')
  const goOn = () => {
    stay()
    closeWarning()
  }
  buttons.append(
    button(texts.leave, 'border: 1px solid #dcdce4; background: #fff; color: #32324d', leave),
    button(texts.stay, 'border: 1px solid #b3191f; background: #b3191f; color: #fff', goOn),
  )
  dialog.append(
    heading,
    element('p', texts.body(sofar), 'margin: 0'),
    left,
    element('p', texts.kept, 'margin: 0'),
    buttons,
  )
  // Escape means: I am here
  dialog.addEventListener('cancel', goOn)
  return dialog
}

export function showWarning(warning: Warning) {
  if (!held.dialog) {
    held.dialog = build(warning)
    document.body.append(held.dialog)
    held.dialog.showModal()
    held.dialog.querySelector<HTMLButtonElement>('button:last-of-type')?.focus()
  }
  const left = held.dialog.querySelector('[data-part=left]')
  if (left) left.textContent = texts.left(Math.ceil(warning.leftMs / SECOND_MS))
}

export function closeWarning() {
  held.dialog?.close()
  held.dialog?.remove()
  held.dialog = null
}
