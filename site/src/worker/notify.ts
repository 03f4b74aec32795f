/** New posts arrive as messages: shown, counted on the app's icon, opened where a window of ours is. */
import type { ArrivingEvent, ChangedSubscriptionEvent } from './scope.ts'
import { worker } from './scope.ts'

type Message = { title: string; body: string; url: string; tag: string }
const UNREADABLE: Message = { title: '有新稿件', body: '打开门户看看。', url: '/', tag: 'new-posts' }

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** A browser demands that every message shows something, also one that cannot be read. */
export function readMessage(text: string | undefined): Message {
  try {
    const { title, body, url, tag } = JSON.parse(text ?? '') as Record<string, unknown>
    if (!isText(title) || !isText(body) || !isText(tag)) return UNREADABLE
    const isOurs = isText(url) && /^\/(?![/\\])/.test(url)
    return { title, body, tag, url: isOurs ? url : '/' }
  } catch {
    return UNREADABLE
  }
}

async function countOnIcon(): Promise<void> {
  const { navigator, registration } = worker
  const count = (await registration.getNotifications()).length
  await (count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.())
}

export async function show(event: ArrivingEvent): Promise<void> {
  const { title, body, url, tag } = readMessage(event.data?.text())
  const look = { lang: 'zh-CN', icon: '/icons/192.png', badge: '/icons/badge.png' }
  await worker.registration.showNotification(title, { ...look, body, tag, data: { url } })
  await countOnIcon().catch(() => undefined)
}

/** The window that shows it already, else any of ours, else a new one. */
export async function open(notification: Notification): Promise<void> {
  notification.close()
  await countOnIcon().catch(() => undefined)
  const { url } = readMessage(JSON.stringify({ ...UNREADABLE, ...(notification.data as object | null) }))
  const target = new URL(url, worker.location.origin).href
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const showing = windows.find((one) => one.url === target)
  if (showing) return void (await showing.focus().catch(() => undefined))
  const other = windows[0]
  if (!other) return void (await worker.clients.openWindow(target))
  await other.focus().catch(() => undefined)
  // a window that the worker does not control yet refuses to be led elsewhere
  await other.navigate(target).catch(() => worker.clients.openWindow(target))
}

/** The push service gave the device another address: what was chosen goes with it. */
export async function renew({ oldSubscription, newSubscription }: ChangedSubscriptionEvent): Promise<void> {
  if (!oldSubscription) return
  const { applicationServerKey } = oldSubscription.options
  const subscription =
    newSubscription ??
    (await worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
  await fetch('/push/subscription', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subscription, replaces: oldSubscription.endpoint }),
  })
}
