/** Which requests the worker answers, and which answers may be kept. Everything else goes to the network untouched. */

export type Route = 'page' | 'asset' | 'picture' | 'network'

/** what somebody asked for, or what belongs to one person: never kept */
const NEVER_KEPT = /^\/+(?:api|admin|member|preview|push|search|healthz)(?:\/|$)/
/** other bytes would have another name */
const PICTURE = /^\/uploads\/[0-9a-f]{16,}-\d+\.(?:webp|avif)$/
const ASSET = /^\/_astro\/[\w.-]+$/

export type Asked = { method: string; url: string; mode: string; isRange: boolean }

function plainPath(url: URL): string | null {
  try {
    return decodeURIComponent(url.pathname).toLowerCase()
  } catch {
    return null
  }
}

/** @param origin of the portal */
export function routeOf({ method, url, mode, isRange }: Asked, origin: string): Route {
  const address = new URL(url)
  const path = plainPath(address)
  if (method !== 'GET' || address.origin !== origin || isRange || path === null || NEVER_KEPT.test(path))
    return 'network'
  if (mode === 'navigate') return path.endsWith('/') ? 'page' : 'network'
  if (ASSET.test(address.pathname)) return 'asset'
  return PICTURE.test(address.pathname) ? 'picture' : 'network'
}

type Answer = Pick<Response, 'status' | 'type' | 'redirected'> & { headers: Pick<Headers, 'get'> }

/**
 * A page of the tree, as the portal's server and nginx send it. Cookies are hidden from a worker, so it does not look for
 * what must not be kept, but for what may: the server sends no cookie with such headers.
 */
export function isPageOfTree({ status, type, redirected, headers }: Answer): boolean {
  return (
    status === 200 &&
    type === 'basic' &&
    !redirected &&
    (headers.get('content-type') ?? '').startsWith('text/html') &&
    headers.get('cache-control') === 'no-cache' &&
    headers.get('etag') !== null &&
    !/cookie|\*/i.test(headers.get('vary') ?? '')
  )
}

export const isKeepableFile = ({ status, type, headers }: Answer): boolean =>
  status === 200 && type === 'basic' && (headers.get('cache-control') ?? '').includes('immutable')

/** The page had been there and is not any more: taken down, or moved. */
export const isGone = ({ status, type }: Pick<Answer, 'status' | 'type'>): boolean =>
  status === 404 || status === 410 || type === 'opaqueredirect'

const HEAD_CHARACTERS = 512
/** Behind nginx the page at a former address is sent as it stands. */
export const leadsElsewhere = (html: string): boolean =>
  /<html[^>]*\sdata-redirect="/.test(html.slice(0, HEAD_CHARACTERS))
