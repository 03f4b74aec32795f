/** How often a page was read, as the CMS has it, asked at most once a minute for each page. */
import { z } from 'zod'
import type { ReadingsSettings } from './tell-readings.ts'

const KEPT_MS = 60_000
const MOST_KEPT = 5000
const ANSWER_WITHIN_MS = 3000
const answerSchema = z.object({ data: z.object({ count: z.number().int().nonnegative() }) })

type Kept = { count: Promise<number | null>; until: number }

async function ask({ cmsUrl, publicationToken }: ReadingsSettings, address: string): Promise<number | null> {
  try {
    const response = await fetch(`${cmsUrl}/api/readings?${new URLSearchParams({ address })}`, {
      headers: { authorization: `Bearer ${publicationToken}` },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    return answerSchema.parse(await response.json()).data.count
  } catch {
    return null
  }
}

/** Answers null while the CMS is away; readers at one time wait for one question. */
export function createKnownReadings(settings: ReadingsSettings, now: () => number = Date.now) {
  const kept = new Map<string, Kept>()
  return (address: string): Promise<number | null> => {
    const known = kept.get(address)
    if (known && known.until > now()) return known.count
    // a map keeps the order in which its keys came
    kept.delete(address)
    const [oldest] = kept.size >= MOST_KEPT ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    const count = ask(settings, address)
    kept.set(address, { count, until: now() + KEPT_MS })
    return count
  }
}
