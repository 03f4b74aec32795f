/**
 * Which push services we send to. Browsers name the address themselves, so anybody could name any: only services that are
 * known count, and those that the operator adds.
 */

/** of browsers: Chrome, Edge, Firefox, Safari */
const KNOWN = ['fcm.googleapis.com', 'notify.windows.com', 'push.services.mozilla.com', 'push.apple.com']

export type Services = {
  hosts: readonly string[]
  /** trusted as they stand, also inside the house and without encryption: a service of one's own, a test */
  origins: readonly string[]
}

/** @param more of the operator: host names, which count with all below them, or whole origins, separated by commas */
export function servicesFrom(more = ''): Services {
  const named = more
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '')
  const isOrigin = (one: string) => /^https?:\/\//.test(one)
  return {
    hosts: [...KNOWN, ...named.filter((one) => !isOrigin(one))],
    origins: named.filter(isOrigin).map((one) => new URL(one).origin),
  }
}

export const isTrusted = ({ origin }: URL, { origins }: Services) => origins.includes(origin)

export function isKnownService(endpoint: string, services: Services): boolean {
  const url = URL.parse(endpoint)
  if (!url || `${url.username}${url.password}` !== '') return false
  if (isTrusted(url, services)) return true
  if (url.protocol !== 'https:' || url.port !== '') return false
  return services.hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
}
