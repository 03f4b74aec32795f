/** A storm: posts published as fast as a minute allows, while somebody else at the desk looks at lists. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { percentile, rounded } from '../bench/figures.ts'
import type { ScratchSystem } from '../bench/publish/system.ts'
import { ARTICLES, COLLECTION, type Desk, openDesk } from './desk.ts'

const STORM_MS = 55_000
const MOST_AT_ONCE = 8
const LOOK_EVERY_MS = 250
const LIVE_WITHIN_MS = 120_000
const ASK_AGAIN_MS = 5

const columnsSchema = z.object({
  results: z.array(z.object({ id: z.number(), documentId: z.string(), slug: z.string(), kind: z.string() })),
})
type Column = z.infer<typeof columnsSchema>['results'][number]

export type StormResult = {
  posts: number
  clickSeconds: number
  /** from the last click until its post is live, and from the CMS's answer to it */
  lastLiveMs: number
  lastLiveAfterAnswerMs: number
  publishMs: { p50: number; p95: number }
  listMs: { p50: number; p95: number; max: number }
  missing: string[]
}

const titleOf = (n: number) => `风暴第 ${n} 篇`
const placeOf = (n: number, columns: readonly Column[]) => `/${columns[n % columns.length]?.slug}/storm-${n}/`

async function publish(desk: Desk, n: number, columns: readonly Column[]): Promise<number> {
  const { id, documentId } = columns[n % columns.length] as Column
  const form = {
    ...{ title: titleOf(n), slug: `storm-${n}`, body: `第 ${n} 篇。` },
    column: { connect: [{ id, documentId }], disconnect: [] },
  }
  const clickedAt = performance.now()
  const answer = await desk.send('POST', `${ARTICLES}/actions/publish`, form)
  if (answer?.status !== 200) throw new Error(`post ${n} was answered with ${answer?.status ?? 'nothing'}`)
  return performance.now() - clickedAt
}

/** One click after the other, evenly over the minute; a slow answer holds the next click back only when many are open. */
async function clickAll(desk: Desk, count: number, columns: readonly Column[], signal: AbortSignal) {
  const startedAt = performance.now()
  const took: number[] = []
  let next = 0
  let lastClickAt = startedAt
  const clicker = async () => {
    while (next < count) {
      const n = next
      next += 1
      const waitMs = startedAt + (n * STORM_MS) / count - performance.now()
      if (waitMs > 0) await sleep(waitMs, undefined, { signal })
      lastClickAt = Math.max(lastClickAt, performance.now())
      took.push(await publish(desk, n, columns))
    }
  }
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, clicker))
  return { took, lastClickAt, answeredAt: performance.now(), seconds: (lastClickAt - startedAt) / 1000 }
}

async function lookAtLists(desk: Desk, until: AbortSignal): Promise<number[]> {
  const took: number[] = []
  while (!until.aborted) {
    const askedAt = performance.now()
    await desk.read(`${ARTICLES}?page=1&pageSize=10&sort=updatedAt:DESC`)
    took.push(performance.now() - askedAt)
    await sleep(LOOK_EVERY_MS, undefined, { signal: until }).catch(() => undefined)
  }
  return took
}

async function shows(siteUrl: string, place: string, title: string): Promise<boolean> {
  const response = await fetch(`${siteUrl}${place}`)
  return (await response.text()).includes(title) && response.ok
}

/** Every one of them: the last to be clicked need not be the last to be live. */
async function untilLive(siteUrl: string, count: number, columns: readonly Column[]): Promise<string[]> {
  const deadline = performance.now() + LIVE_WITHIN_MS
  for (let n = count - 1; n >= 0; ) {
    if (await shows(siteUrl, placeOf(n, columns), titleOf(n))) n -= 1
    else if (performance.now() > deadline) return [placeOf(n, columns)]
    else await sleep(ASK_AGAIN_MS)
  }
  return []
}

export async function storm(system: ScratchSystem, count: number, signal: AbortSignal): Promise<StormResult> {
  const { cmsUrl, siteUrl, dataDir } = system
  const desk = openDesk(cmsUrl, dataDir, signal)
  const { json } = await desk.read(`${COLLECTION}/api::column.column?pageSize=100`)
  const columns = columnsSchema.parse(json).results.filter(({ kind }) => kind === 'article')
  const over = new AbortController()
  const looking = lookAtLists(desk, over.signal)
  const { took, lastClickAt, answeredAt, seconds } = await clickAll(desk, count, columns, signal)
  const last = count - 1
  while (!(await shows(siteUrl, placeOf(last, columns), titleOf(last))))
    await sleep(ASK_AGAIN_MS, undefined, { signal })
  const liveAt = performance.now()
  over.abort()
  const listed = await looking
  const missing = await untilLive(siteUrl, count, columns)
  const figures = (samples: number[], percent: number) => rounded(percentile(samples, percent))
  return {
    posts: count,
    clickSeconds: rounded(seconds),
    lastLiveMs: rounded(liveAt - lastClickAt),
    lastLiveAfterAnswerMs: rounded(Math.max(0, liveAt - answeredAt)),
    publishMs: { p50: figures(took, 50), p95: figures(took, 95) },
    listMs: { p50: figures(listed, 50), p95: figures(listed, 95), max: figures(listed, 100) },
    missing,
  }
}
