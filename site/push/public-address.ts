/** Names lead to public addresses alone, decided at the very moment of connecting: none can lead elsewhere in between. */
import dns from 'node:dns'
import type net from 'node:net'
import ipaddr from 'ipaddr.js'

const FORBIDDEN = 'FORBIDDEN_ADDRESS'

/** Not loopback, not private, not link-local, nothing reserved. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

export const publicLookup: net.LookupFunction = (host, options, callback) => {
  dns.lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, [])
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(Object.assign(new Error(FORBIDDEN), { code: FORBIDDEN }), [])
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}
