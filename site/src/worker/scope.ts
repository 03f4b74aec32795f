/** The part of a service worker's world that ours uses: TypeScript has these types only in place of a page's. */

export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
export interface AnsweringEvent extends LastingEvent {
  request: Request
  preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
export interface ArrivingEvent extends LastingEvent {
  data: { text(): string } | null
}
export interface ClickEvent extends LastingEvent {
  notification: Notification
}
export interface ChangedSubscriptionEvent extends LastingEvent {
  oldSubscription?: PushSubscription | null
  newSubscription?: PushSubscription | null
}

interface WindowOfOurs {
  url: string
  focus(): Promise<WindowOfOurs>
  navigate(url: string): Promise<WindowOfOurs | null>
}

interface WorkerScope {
  location: Location
  navigator: Navigator
  registration: ServiceWorkerRegistration
  clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<WindowOfOurs[]>
    openWindow(url: string): Promise<WindowOfOurs | null>
  }
  skipWaiting(): Promise<void>
  addEventListener(name: 'install' | 'activate', listener: (event: LastingEvent) => void): void
  addEventListener(name: 'fetch', listener: (event: AnsweringEvent) => void): void
  addEventListener(name: 'push', listener: (event: ArrivingEvent) => void): void
  addEventListener(name: 'notificationclick', listener: (event: ClickEvent) => void): void
  addEventListener(name: 'pushsubscriptionchange', listener: (event: ChangedSubscriptionEvent) => void): void
}

export const worker = globalThis as unknown as WorkerScope
