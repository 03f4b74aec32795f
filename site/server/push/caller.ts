/** Who asks, and how often one may. */
import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

const IPV6_HOUSE_BITS = 64

/** A proxy on this machine says whom it was called by; its own entry is the last. */
function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const own = socket.remoteAddress ?? ''
  const isProxied = ipaddr.isValid(own) && ipaddr.process(own).range() === 'loopback'
  const named = isProxied ? [headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim() : ''
  return named || own
}

/** One IPv6 house has as many addresses as it likes. */
export function callerOf(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const text = addressOf(request)
  if (!ipaddr.isValid(text)) return text
  const address = ipaddr.process(text)
  if (address.kind() === 'ipv4') return address.toString()
  const [network] = ipaddr.IPv6.networkAddressFromCIDR(`${address}/${IPV6_HOUSE_BITS}`).toString().split('/')
  return network ?? text
}

type Limit = { requests: number; withinMs: number; now?: () => number }
const MOST_CALLERS = 10_000

/** Fixed windows, in memory: after a restart everybody begins anew. */
export function createRateLimit({ requests, withinMs, now = Date.now }: Limit) {
  const windows = new Map<string, { count: number; endsAt: number }>()

  return (caller: string): boolean => {
    const window = windows.get(caller)
    if (window && window.endsAt > now()) {
      window.count += 1
      return window.count <= requests
    }
    // a Map keeps the order in which windows began: where there are too many, the oldest end early
    windows.delete(caller)
    const [oldest] = windows.keys()
    if (windows.size >= MOST_CALLERS && oldest !== undefined) windows.delete(oldest)
    windows.set(caller, { count: 1, endsAt: now() + withinMs })
    return true
  }
}
