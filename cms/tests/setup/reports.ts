/** The publisher's reports, with valid defaults: a healthy engine that has taken everything up to `sequence`. */
import type { LiveFailure, LiveReport } from '../../../site/publisher/live-report.ts'
import { publisher } from './callers.ts'
import { get, send } from './http.ts'
import type { TestCms } from './strapi.ts'

export const healthy: LiveReport['health'] = {
  queue: 0,
  pages: 120,
  treeBytes: 4_000_000,
  freeBytes: 50_000_000_000,
  release: '2026-11-24T08-00-00-000Z',
  rebuild: null,
}

export function reportOf(sequence: number, data: Partial<LiveReport> = {}): LiveReport {
  const liveAt = new Date().toISOString()
  return { sequence, liveAt, changes: [], failures: [], problem: null, health: healthy, ...data }
}

export function failureOf(documentId: string | null, data: Partial<LiveFailure> = {}): LiveFailure {
  const kind = documentId === null ? null : 'article'
  return { kind, documentId, address: '/news/x/', code: 'RENDER_FAILED', reason: 'boom', oldStands: true, ...data }
}

export const sendReport = (cms: TestCms, report: unknown, headers: Record<string, string> = publisher) =>
  send(cms, 'POST', '/api/publication/live', report, headers)

/** The number of the last change, as a follower is told. */
export async function latestSequence(cms: TestCms): Promise<number> {
  const { body } = await get(cms, `/api/publication/changes?after=${Number.MAX_SAFE_INTEGER}`, publisher)
  return body.meta.latest ?? 0
}
