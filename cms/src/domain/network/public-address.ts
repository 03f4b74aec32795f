/** The server fetches what people ask for: never from within the college's own network. */
import ipaddr from 'ipaddr.js'

/** @param address an IP address, not a name */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.range() === 'unicast'
}

const PORTS = new Set(['', '80', '443'])

/** Null where the address is none that a picture of the public web can have. */
export function publicUrl(address: string): URL | null {
  if (address.length > 2000 || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.username || url.password || !PORTS.has(url.port)) return null
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? url : null
  return host.includes('.') && !/\.(?:local|localhost|internal|intranet|lan|home|corp)\.?$/i.test(host) ? url : null
}
