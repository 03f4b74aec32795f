/** The service worker. Pages always come from the network where there is one: what the device keeps is for when there is none. */
import { dropOldShells, keepFile, keepShell, keptPicture, pageKey, remember, rememberOpen } from './keep.ts'
import { open, renew, show } from './notify.ts'
import { routeOf } from './routes.ts'
import { type AnsweringEvent, worker } from './scope.ts'
import { ASSETS, OFFLINE, PICTURES, SHELL_PAGES } from './stores.ts'

/** of the release: written before these lines by pages/sw.js.ts */
declare const VERSION: string

const quietly = (work: Promise<unknown>) => work.catch(() => undefined)

/** Also what is never kept: the browser has asked for it already, and would ask again if nobody took the answer. */
async function answerNavigation(event: AnsweringEvent, isPage: boolean): Promise<Response> {
  const { url } = event.request
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request))
    if (isPage) event.waitUntil(quietly(remember(url, response.clone())))
    return response
  } catch (error) {
    const kept = (isPage && (await caches.match(pageKey(url)))) || (await caches.match(OFFLINE))
    if (kept) return kept
    throw error
  }
}

async function answerFile(event: AnsweringEvent, name: typeof ASSETS | typeof PICTURES): Promise<Response> {
  const { url } = event.request
  const kept = await caches.match(url)
  if (kept) return kept
  try {
    const response = await fetch(event.request)
    event.waitUntil(quietly(keepFile(name, url, response.clone())))
    return response
  } catch (error) {
    const other = await keptPicture(url)
    if (other) return other
    throw error
  }
}

async function takeOver(): Promise<void> {
  await worker.registration.navigationPreload?.enable()
  await dropOldShells(VERSION)
  await worker.clients.claim()
  const windows = await worker.clients.matchAll({ type: 'window' })
  const isOpenPage = (url: string) =>
    routeOf({ method: 'GET', url, mode: 'navigate', isRange: false }, worker.location.origin) === 'page'
  const pages = windows.map(({ url }) => url).filter(isOpenPage)
  await Promise.all(pages.map((url) => quietly(rememberOpen(url))))
}

// A new worker may take over at once: pages come from the network, and files of an older release keep their names.
worker.addEventListener('install', (event) =>
  event.waitUntil(keepShell(VERSION, SHELL_PAGES).then(() => worker.skipWaiting())),
)
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))

worker.addEventListener('fetch', (event) => {
  const { method, url, mode, headers } = event.request
  const route = routeOf({ method, url, mode, isRange: headers.has('range') }, worker.location.origin)
  if (mode === 'navigate' && method === 'GET') event.respondWith(answerNavigation(event, route === 'page'))
  if (route === 'asset') event.respondWith(answerFile(event, ASSETS))
  if (route === 'picture') event.respondWith(answerFile(event, PICTURES))
})

worker.addEventListener('push', (event) => event.waitUntil(show(event)))
worker.addEventListener('notificationclick', (event) => event.waitUntil(open(event.notification)))
worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)))
