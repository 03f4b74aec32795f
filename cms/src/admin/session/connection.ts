/** A bar at the lower edge says that nobody answers, and, once, that somebody does again. */
import { listen } from '../form-events'
import { session as texts } from '../texts/session'

const ASK_AGAIN_MS = 3000
const GOOD_NEWS_MS = 5000

const held: { bar: HTMLElement | null; asking: boolean } = { bar: null, asking: false }

function show(text: string, isBad: boolean) {
  if (!held.bar) {
    held.bar = document.createElement('div')
    held.bar.setAttribute('role', 'status')
    document.body.append(held.bar)
  }
  held.bar.textContent = text
  held.bar.style.cssText = `position: fixed; inset: auto 0 24px; margin: auto; width: fit-content; max-width: 90vw; padding: 12px 20px; border-radius: 6px; font-size: 14px; line-height: 1.6; color: #fff; z-index: 100000; background: ${isBad ? '#8b0000' : '#2f6846'}`
}

function hide() {
  held.bar?.remove()
  held.bar = null
}

async function isAnswered(): Promise<boolean> {
  if (!navigator.onLine) return false
  return fetch('/_health', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function untilAnswered() {
  show(texts.lost, true)
  if (held.asking) return
  held.asking = true
  while (!(await isAnswered())) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
  held.asking = false
  show(texts.back, false)
  setTimeout(() => !held.asking && hide(), GOOD_NEWS_MS)
}

export function watchConnection() {
  window.addEventListener('offline', untilAnswered)
  listen(({ type }) => {
    if (type === 'unreachable') untilAnswered()
  })
}
