/** Keeps what was read on the device, within limits. A full device keeps nothing, and reading goes on. */
import { keepAssets } from './assets.ts'
import { isGone, isKeepableFile, isPageOfTree, leadsElsewhere } from './routes.ts'
import {
  AHEAD,
  ASSETS,
  isPost,
  LISTS,
  MAX_PAGE_BYTES,
  MAX_PICTURE_BYTES,
  MOST,
  PICTURES,
  READ,
  SHELL,
  SHELL_PAGES,
  savedName,
} from './stores.ts'

/** The page itself, whatever link led there. */
export const pageKey = (url: string) => {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

/** What came last stands last: the first goes when there are too many. */
async function putLast(name: keyof typeof MOST, key: string, response: Response): Promise<void> {
  const cache = await caches.open(name)
  await cache.delete(key)
  await cache.put(key, response)
  const all = await cache.keys()
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST[name])).map((request) => cache.delete(request)))
}

/** @param response of a navigation that came from the network */
export async function remember(url: string, response: Response): Promise<void> {
  const key = pageKey(url)
  const { pathname } = new URL(key)
  // they come with the release: another copy would outlive it
  if (SHELL_PAGES.includes(pathname)) return
  const saved = savedName(pathname)
  const html = isPageOfTree(response) ? await response.clone().text() : null
  if (isGone(response) || (html !== null && leadsElsewhere(html))) {
    await Promise.all([READ, LISTS].map(async (name) => (await caches.open(name)).delete(key)))
    await caches.delete(saved)
    return
  }
  if (html === null) return
  if (html.length > MAX_PAGE_BYTES) return
  if (await caches.has(saved)) await (await caches.open(saved)).put(key, response.clone())
  await putLast(isPost(html) ? READ : LISTS, key, response)
  await keepAssets(await caches.open(ASSETS), html)
}

/** A page that was open before the worker was: from the browser's own cache, where it is still there. */
export const rememberOpen = async (url: string): Promise<void> =>
  remember(url, await fetch(pageKey(url), { ...AHEAD, cache: 'force-cache' }))

export async function keepFile(name: typeof ASSETS | typeof PICTURES, url: string, response: Response): Promise<void> {
  const size = Number(response.headers.get('content-length') ?? 0)
  if (!isKeepableFile(response) || (name === PICTURES && size > MAX_PICTURE_BYTES)) return
  await putLast(name, url, response)
}

/** The pages that need no network, with their style sheets and scripts: all of them, or none. */
export async function keepShell(version: string, addresses: readonly string[]): Promise<void> {
  const name = SHELL + version
  const cache = await caches.open(name)
  for (const address of addresses) {
    const response = await fetch(address, { ...AHEAD, cache: 'no-cache' })
    if (!isPageOfTree(response)) throw new Error(`${address} answered ${response.status}`)
    await keepAssets(cache, await response.clone().text())
    await cache.put(address, response)
  }
}

export async function dropOldShells(version: string): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(SHELL) && name !== SHELL + version)
  await Promise.all(old.map((name) => caches.delete(name)))
}

const CONTENT = /^(\/uploads\/[0-9a-f]{16,}-)\d+\./

/** The same picture in another width is better than none. */
export async function keptPicture(url: string): Promise<Response | undefined> {
  const exact = await caches.match(url)
  const [, content] = CONTENT.exec(new URL(url).pathname) ?? []
  if (exact || content === undefined) return exact
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    const other = (await cache.keys()).find((request) => new URL(request.url).pathname.startsWith(content))
    if (other) return cache.match(other)
  }
  return undefined
}
