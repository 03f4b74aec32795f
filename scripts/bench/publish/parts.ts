/** Where the time went: what the CMS and the publisher noted of each publish. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Sample } from './samples.ts'

const REPORTED_WITHIN_MS = 30_000
const ASK_AGAIN_MS = 100

const rowSchema = z.object({ at_ms: z.number(), live_at_ms: z.number().nullable(), render_ms: z.number().nullable() })

/** All in milliseconds, each from the end of the one before. */
export type Parts = {
  /** from the click until the change stands in the log */
  cmsMs: number
  /** until the publisher has it */
  logMs: number
  /** until the last file of the batch is in place: rendering, writing through, renaming */
  publishMs: number
}

/** What was put into the log in bulk has been worked off by the publisher, and reported. */
export async function untilAllLive(cmsFile: string, signal: AbortSignal): Promise<void> {
  const database = new DatabaseSync(cmsFile, { readOnly: true })
  try {
    const query = database.prepare('SELECT sequence FROM publication_changes WHERE live_at_ms IS NULL LIMIT 1')
    while (query.get()) await sleep(ASK_AGAIN_MS, undefined, { signal })
  } finally {
    database.close()
  }
}

/** Waits for the publisher's report, which comes after the page is live. */
async function lastChange(database: DatabaseSync, documentId: string) {
  const query = database.prepare(
    "SELECT at_ms, live_at_ms, render_ms FROM publication_changes WHERE kind = 'article' AND document_id = ? ORDER BY sequence DESC",
  )
  for (const deadline = Date.now() + REPORTED_WITHIN_MS; ; ) {
    const { at_ms: at, live_at_ms: live, render_ms: took } = rowSchema.parse(query.get(documentId))
    if (live !== null) return { at, live, took }
    if (Date.now() > deadline) throw new Error(`nobody reported that ${documentId} is live`)
    await sleep(ASK_AGAIN_MS)
  }
}

/** One that came live within a whole release has no time of its own: it is left out. */
export async function partsOf(cmsFile: string, samples: readonly Sample[]): Promise<Parts[]> {
  const database = new DatabaseSync(cmsFile, { readOnly: true })
  try {
    const parts: Parts[] = []
    for (const { documentId, clickedAtMs } of samples) {
      const { at, live, took } = await lastChange(database, documentId)
      if (took !== null) parts.push({ cmsMs: at - clickedAtMs, logMs: live - took - at, publishMs: took })
    }
    return parts
  } finally {
    database.close()
  }
}
