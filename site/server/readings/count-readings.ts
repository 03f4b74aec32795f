/**
 * How often each page was read, by day: numbers for the editors, and nothing about anybody. No cookie, no address of a reader,
 * no script on the page; what looks like a machine is not counted.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export type Reading = { day: string; address: string; count: number }

const MACHINES = /bot|crawl|spider|slurp|curl|wget|python|java\/|go-http|monitor|headlesschrome-lighthouse/i
const NO_PAGES = /^\/(?:api|uploads|preview|_astro)\//
/** pages end in a slash; feeds, pictures and styles do not */
const PAGE = /^\/(?:[^?#]*\/)?(?=[?#]|$)/
const READ = new Set([200, 304])
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

export const beijingDay = (now: Date): string => new Date(now.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10)

/** The page that was read, without the query; null where it was none, or where nobody read it. */
export function pageRead(request: FastifyRequest, status: number): string | null {
  const { method, url = '', headers } = request.raw
  if (method !== 'GET' || !READ.has(status) || NO_PAGES.test(url)) return null
  if (headers['sec-purpose'] || headers.purpose === 'prefetch') return null
  if (MACHINES.test(headers['user-agent'] ?? '')) return null
  return PAGE.exec(url)?.[0] ?? null
}

export type Readings = ReturnType<typeof createReadings>

export function createReadings() {
  let counts = new Map<string, number>()
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count)

  return {
    add: (day: string, address: string) => add(`${day} ${address}`, 1),
    /** What was counted since the last call; give it back where it could not be told. */
    take(): Reading[] {
      const taken = counts
      counts = new Map()
      return [...taken].map(([key, count]) => {
        const [day = '', address = ''] = [key.slice(0, 10), key.slice(11)]
        return { day, address, count }
      })
    },
    giveBack: (readings: readonly Reading[]) => {
      for (const { day, address, count } of readings) add(`${day} ${address}`, count)
    },
  }
}

/** Only what stands in the tree answers 200: the number of addresses is bounded by the number of pages. */
export function countReadings(app: FastifyInstance, readings: Readings, now: () => Date = () => new Date()) {
  app.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const address = pageRead(request, reply.statusCode)
    if (address !== null) readings.add(beijingDay(now()), address)
    done()
  })
}
