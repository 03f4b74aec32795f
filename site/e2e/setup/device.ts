/** What a device keeps of the portal, and the worker that keeps it. */
import type { BrowserContext, Page } from '@playwright/test'

/** Resolves when the page's requests go through the service worker. */
export async function whenControlled(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return navigator.serviceWorker.controller?.state === 'activated'
  })
}

/** Paths by the caches that hold them. */
export const keptOn = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const kept: Record<string, string[]> = {}
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys()
      kept[name] = requests.map(({ url }) => new URL(url).pathname + new URL(url).search)
    }
    return kept
  })

/** The worker of the context's only origin. */
export function workerOf(context: BrowserContext) {
  const worker = context.serviceWorkers().at(-1)
  if (!worker) throw new Error('there is no service worker')
  return worker
}

/** A message as the browser hands it to the worker, by the developer tools: no push service of a browser is reached from here. */
export async function handToWorker(page: Page, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const registrations = new Promise<{ registrationId: string; scopeURL: string }[]>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: all }) => {
      if (all.length > 0) resolve(all)
    })
  })
  await session.send('ServiceWorker.enable')
  const { origin } = new URL(page.url())
  const own = (await registrations).find(({ scopeURL }) => scopeURL.startsWith(origin))
  if (!own) throw new Error(`there is no registration of ${origin}`)
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId: own.registrationId, data })
  await session.detach()
}
