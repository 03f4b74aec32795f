/** A question outside of every form of the desk: it may come from a dialog of the media library, or from an editor. */
import { mediaOrder as texts } from '../texts/media-order'

export type Answer = 'existing' | 'upload'

const DIALOG_STYLE =
  'max-width: 48rem; padding: 2.4rem; border: 0; border-radius: 0.4rem; font-size: 1.4rem; line-height: 1.6;' +
  'box-shadow: 0 0.2rem 1.5rem rgb(33 33 52 / 20%);'
const BUTTON_STYLE = 'padding: 0.8rem 1.6rem; border-radius: 0.4rem; font-size: 1.4rem; cursor: pointer;'
const MAIN_STYLE = 'background: #b3261e; color: #fff; border: 1px solid #b3261e;'
const OTHER_STYLE = 'background: #fff; color: #32324d; border: 1px solid #dcdce4;'

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string, style: string) {
  const made = document.createElement(name)
  made.textContent = text
  made.style.cssText = style
  return made
}

/** Closed without an answer, the file is uploaded: that was what had been asked for. */
export function askAboutSame(name: string, folder: string | null): Promise<Answer> {
  return new Promise((resolve) => {
    const dialog = element('dialog', '', DIALOG_STYLE)
    dialog.setAttribute('aria-label', texts.sameTitle)
    const buttons = element('div', '', 'display: flex; gap: 0.8rem; justify-content: flex-end; margin-top: 2.4rem;')
    const existing = element('button', texts.useExisting, BUTTON_STYLE + MAIN_STYLE)
    const upload = element('button', texts.uploadAnyway, BUTTON_STYLE + OTHER_STYLE)
    buttons.append(upload, existing)
    dialog.append(
      element('h2', texts.sameTitle, 'font-size: 1.8rem; font-weight: 600; margin-bottom: 0.8rem;'),
      element('p', texts.same(name, folder), ''),
      buttons,
    )
    let answer: Answer = 'upload'
    existing.addEventListener('click', () => {
      answer = 'existing'
      dialog.close()
    })
    upload.addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(answer)
    })
    document.body.append(dialog)
    dialog.showModal()
    existing.focus()
  })
}
