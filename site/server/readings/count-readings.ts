/**
 * How often each page was read, by day: numbers, and nothing about anybody. No cookie, no address of a reader, no script on the
 * page; what looks like a machine is not counted, and who opens a page again within a minute counts once.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { callerOf } from '../callers/caller-of.ts'
import type { Lately } from '../callers/lately.ts'

export type Reading = { day: string; address: string; count: number }

const MACHINES = /bot|crawl|spider|slurp|curl|wget|python|java\/|go-http|monitor|headlesschrome-lighthouse/i
const NO_PAGES = /^\/(?:api|uploads|preview|_astro|qr|readings|report)\//
/** pages end in a slash; feeds, pictures and styles do not */
const PAGE = /^\/(?:[^?#]*\/)?(?=[?#]|$)/
const READ = new Set([200, 304])
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

export const beijingDay = (now: Date): string => new Date(now.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10)

/**
 * The page that was read, without the query; null where it was none, or where nobody read it.
 * @param url as the reader asked for it
 */
export function pageRead(request: FastifyRequest, url: string, status: number): string | null {
  const { method, headers } = request.raw
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

type Counting = { readings: Readings; lately: Lately; now?: () => Date }

/** Readers behind one address are told apart by what their browsers say of themselves. */
const signOf = ({ raw }: FastifyRequest): string[] => [
  raw.headers['user-agent'] ?? '',
  raw.headers['accept-language'] ?? '',
]

export function createCounter({ readings, lately, now = () => new Date() }: Counting) {
  return (request: FastifyRequest, url: string, status: number) => {
    const address = pageRead(request, url, status)
    if (address === null) return
    const at = now()
    if (lately.note([callerOf(request), ...signOf(request), address], at.getTime()) > 1) return
    readings.add(beijingDay(at), address)
  }
}

export type Counter = ReturnType<typeof createCounter>

/** Only what stands in the tree answers 200: the number of addresses is bounded by the number of pages. */
export function countReadings(app: FastifyInstance, count: Counter) {
  app.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    count(request, request.raw.url ?? '', reply.statusCode)
    done()
  })
}
