/** From where somebody calls. Anybody can write a header: only a proxy on this machine is believed. */
import type { FastifyRequest } from 'fastify'

const LOOPBACK = /^(?:127\.|::1$)/
const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/i
const plain = (address: string) => address.trim().replace(MAPPED_IPV4, '')

export function callerOf({ raw }: Pick<FastifyRequest, 'raw'>): string {
  const direct = plain(raw.socket.remoteAddress ?? '')
  const forwarded = [raw.headers['x-forwarded-for']].flat().join(',')
  if (!LOOPBACK.test(direct)) return direct
  const named = forwarded.split(',').map(plain).filter(Boolean)
  return named.findLast((address) => !LOOPBACK.test(address)) ?? direct
}
