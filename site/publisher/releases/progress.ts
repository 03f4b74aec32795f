/** How far a rebuild is: in the read model's file, where the operator's command and the report find it. */
import { z } from 'zod'
import type { Journal } from '../journal.ts'
import { type ReleaseReason, releaseReasons } from './manifest.ts'

const KEY = 'rebuild'
const TELL_EVERY_MS = 500

const progressSchema = z.object({
  done: z.number().int(),
  total: z.number().int(),
  startedAt: z.iso.datetime(),
  reason: z.enum(releaseReasons),
})
export type RebuildProgress = z.infer<typeof progressSchema>

/** null while no rebuild is under way, as far as the journal was told */
export function rebuildProgress(journal: Pick<Journal, 'get'>): RebuildProgress | null {
  const kept = journal.get(KEY)
  return kept ? (progressSchema.safeParse(JSON.parse(kept)).data ?? null) : null
}

/** @param onProgress called at most twice a second, and at the first and the last page */
export function trackProgress(
  journal: Pick<Journal, 'set'>,
  start: { total: number; startedAt: Date; reason: ReleaseReason },
  onProgress: (progress: RebuildProgress) => void,
) {
  const { total, reason } = start
  let done = 0
  let toldAt = Number.NEGATIVE_INFINITY

  function tell() {
    toldAt = performance.now()
    const progress = { done, total, startedAt: start.startedAt.toISOString(), reason }
    journal.set(KEY, JSON.stringify(progress))
    onProgress(progress)
  }
  tell()

  return {
    settled(pages: number) {
      done += pages
      if (done >= total || performance.now() - toldAt >= TELL_EVERY_MS) tell()
    },
    end: () => journal.set(KEY, ''),
  }
}
