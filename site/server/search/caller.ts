/** Who asks, and how often: one client must not keep the search for itself. */
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/

/** The address in X-Forwarded-For counts when a proxy on this machine says it: the last one that is not its own. */
export function callerOf({ headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>): string {
  const direct = socket.remoteAddress ?? ''
  if (!LOOPBACK.test(direct)) return direct
  const told = [headers['x-forwarded-for']].flat().join(',').split(',')
  return told.map((one) => one.trim()).findLast((one) => isIP(one) !== 0 && !LOOPBACK.test(one)) ?? direct
}

/** A whole school may stand behind one address: these are many for a person, and few for a machine. */
export const BURST = 60
export const REFILL_PER_S = 15
const MOST_CALLERS = 10_000

export function createAllowance(now: () => number = Date.now) {
  const callers = new Map<string, { left: number; at: number }>()
  return {
    /** Whether one more question is answered. */
    spend(caller: string): boolean {
      const at = now()
      const before = callers.get(caller) ?? { left: BURST, at }
      const left = Math.min(BURST, before.left + ((at - before.at) / 1000) * REFILL_PER_S)
      callers.delete(caller)
      callers.set(caller, { left: left >= 1 ? left - 1 : left, at })
      for (const oldest of callers.keys()) {
        if (callers.size <= MOST_CALLERS) break
        callers.delete(oldest)
      }
      return left >= 1
    },
  }
}
