/** What counts as one caller: an IPv6 network of 64 bits belongs to one household, which has as many addresses as it likes. */
import ipaddr from 'ipaddr.js'

const NETWORK_PARTS = 4

export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, NETWORK_PARTS)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}
