/** Where the time went: what the CMS and the publisher noted of each publish. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Batch, batchOf, readBatches } from './publisher-log.ts'
import type { Sample } from './samples.ts'

const REPORTED_WITHIN_MS = 30_000
const ASK_AGAIN_MS = 100
/** a publisher that has just started may yet find that its release is of other code */
const QUIET_FOR_MS = 5000

const rowSchema = z.object({ at_ms: z.number(), live_at_ms: z.number().nullable(), render_ms: z.number().nullable() })
type Change = { loggedAtMs: number; liveAtMs: number; tookMs: number | null }

/** All in milliseconds, each from the end of the one before. */
export type Parts = {
  /** from the click until the change stands in the log */
  cms: number
  /** until the publisher has it */
  log: number
  /** until the read model has it, and the publisher knows which pages change */
  take: number
  /** until the pages are made and lie on the disk under other names */
  render: number
  /** until the last of them is in place */
  write: number
}
export const PART_NAMES = ['cms', 'log', 'take', 'render', 'write'] as const satisfies (keyof Parts)[]

/** What was put into the log in bulk is live, no release is being made, and the publisher has nothing left to report. */
export async function untilAllLive(cmsFile: string, readModelFile: string, signal: AbortSignal): Promise<void> {
  const cms = new DatabaseSync(cmsFile, { readOnly: true })
  const readModel = new DatabaseSync(readModelFile, { readOnly: true })
  try {
    const waiting = cms.prepare('SELECT sequence FROM publication_changes WHERE live_at_ms IS NULL LIMIT 1')
    const untold = readModel.prepare('SELECT sequence FROM taken_changes LIMIT 1')
    const rebuild = readModel.prepare("SELECT key FROM meta WHERE key = 'rebuild' AND value <> ''")
    for (let busyAt = Date.now(); Date.now() - busyAt < QUIET_FOR_MS; ) {
      await sleep(ASK_AGAIN_MS, undefined, { signal })
      if (waiting.get() || untold.get() || rebuild.get()) busyAt = Date.now()
    }
  } finally {
    cms.close()
    readModel.close()
  }
}

/** Waits for the publisher's report, which comes after the page is live. */
async function lastChange(database: DatabaseSync, documentId: string): Promise<Change> {
  const query = database.prepare(
    "SELECT at_ms, live_at_ms, render_ms FROM publication_changes WHERE kind = 'article' AND document_id = ? ORDER BY sequence DESC",
  )
  for (const deadline = Date.now() + REPORTED_WITHIN_MS; ; ) {
    const { at_ms: loggedAtMs, live_at_ms: liveAtMs, render_ms: tookMs } = rowSchema.parse(query.get(documentId))
    if (liveAtMs !== null) return { loggedAtMs, liveAtMs, tookMs }
    if (Date.now() > deadline) throw new Error(`nobody reported that ${documentId} is live`)
    await sleep(ASK_AGAIN_MS)
  }
}

/** One that came live within a whole release has no batch of its own: it has no parts. */
function partsOfOne(clickedAtMs: number, { loggedAtMs, liveAtMs, tookMs }: Change, batch: Batch | undefined): Parts[] {
  if (tookMs === null || !batch) return []
  const { renderMs: render, writeMs: write } = batch
  const cms = loggedAtMs - clickedAtMs
  return [{ cms, log: liveAtMs - tookMs - loggedAtMs, take: Math.max(0, tookMs - render - write), render, write }]
}

export async function partsOf(cmsFile: string, publisherLog: string, samples: readonly Sample[]): Promise<Parts[]> {
  const database = new DatabaseSync(cmsFile, { readOnly: true })
  try {
    const changes: Change[] = []
    for (const { documentId } of samples) changes.push(await lastChange(database, documentId))
    const batches = readBatches(publisherLog)
    return changes.flatMap((change, n) =>
      partsOfOne(samples[n]?.clickedAtMs ?? Number.NaN, change, batchOf(batches, change.liveAtMs)),
    )
  } finally {
    database.close()
  }
}
