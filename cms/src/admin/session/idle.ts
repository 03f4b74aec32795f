/** Who does nothing is warned, and then logged out; what was typed stays on this device. All windows count together. */
import { resolveIdle } from '../../domain/session/idle'
import { keepEverything } from '../form-events'
import { dispatch, isLoggedIn } from '../store'
import { closeWarning, showWarning } from './idle-warning'

const LAST_DEED = 'desk-last-deed'
const DEEDS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const
const NOTE_EVERY_MS = 5000
const LOOK_EVERY_MS = 15_000
const SECOND_MS = 1000

type Limits = { data: { idleMinutes: number } }

const lastDeed = () => Number(localStorage.getItem(LAST_DEED) ?? 0)

function noteDeed() {
  const now = Date.now()
  if (now - lastDeed() > NOTE_EVERY_MS) localStorage.setItem(LAST_DEED, String(now))
}

async function leave() {
  closeWarning()
  await keepEverything()
  await fetch('/admin/logout', { method: 'POST', headers: authorization(), body: '{}' }).catch(() => undefined)
  dispatch({ type: 'admin/logout' })
}

/** Where Strapi keeps the token of a remembered session, or else of this one. */
function authorization(): Record<string, string> {
  const remembered = localStorage.getItem('jwtToken')
  const [, inCookie] = /(?:^|; )jwtToken=([^;]+)/.exec(document.cookie) ?? []
  const token = remembered ? (JSON.parse(remembered) as string) : inCookie
  return { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) }
}

async function askLimit(): Promise<number | null> {
  const response = await fetch('/admin/desk-session', { headers: authorization() }).catch(() => null)
  return response?.ok ? ((await response.json()) as Limits).data.idleMinutes : null
}

export function watchIdleness() {
  let idleMinutes: number | null = null
  // whoever logs in has typed or clicked, which is noted like every deed; a remembered session opens a page, which is noted here
  noteDeed()
  for (const deed of DEEDS) {
    window.addEventListener(deed, () => !document.querySelector('dialog[open]') && noteDeed(), {
      ...{ capture: true, passive: true },
    })
  }

  async function look() {
    if (!isLoggedIn()) {
      closeWarning()
      return LOOK_EVERY_MS
    }
    idleMinutes ??= await askLimit()
    if (idleMinutes === null) return LOOK_EVERY_MS
    const idle = resolveIdle(lastDeed(), Date.now(), idleMinutes)
    if (idle.state === 'over') {
      await leave()
      return LOOK_EVERY_MS
    }
    if (idle.state === 'active') {
      closeWarning()
      return Math.min(idle.nextLookInMs, LOOK_EVERY_MS)
    }
    const stay = () => localStorage.setItem(LAST_DEED, String(Date.now()))
    showWarning({ leftMs: idle.nextLookInMs, idleMinutes, stay, leave })
    return SECOND_MS
  }

  async function loop() {
    const pause = await look().catch(() => LOOK_EVERY_MS)
    setTimeout(loop, pause)
  }
  loop()
  // a computer that slept wakes up to a session that may be over
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
}
