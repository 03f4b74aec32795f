/** From where somebody calls. Anybody can write a header: only a proxy on this machine is believed. */
const LOOPBACK = /^(?:127\.|::1$)/
const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/i

const plain = (address: string) => address.trim().replace(MAPPED_IPV4, '')

/**
 * @param peer the other end of the connection
 * @param forwardedFor `X-Forwarded-For`: each proxy appends whom it was called by, so that the last outsider is the caller
 */
export function callerAddress(peer: string | undefined, forwardedFor: string | undefined): string | null {
  if (!peer) return null
  const direct = plain(peer)
  if (!LOOPBACK.test(direct) || !forwardedFor) return direct
  const named = forwardedFor.split(',').map(plain).filter(Boolean)
  return named.findLast((address) => !LOOPBACK.test(address)) ?? direct
}
