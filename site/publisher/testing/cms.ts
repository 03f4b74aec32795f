/** A CMS as the publisher knows it: a change log that grows, long-polled, and a place for reports. */
import { EventEmitter, once } from 'node:events'
import type { Change, Kind } from '../../src/content/documents.ts'
import type { CmsClient } from '../cms-client.ts'
import type { LiveReport } from '../live-report.ts'

const AT = '2026-11-23T01:00:00.000Z'
const BATCH = 200

export type TestCms = ReturnType<typeof testCms>

export function testCms() {
  const log: Omit<Change, 'document'>[] = []
  const documents = new Map<string, unknown>()
  const reports: LiveReport[] = []
  const news = new EventEmitter().setMaxListeners(0)
  const state = { isAway: false, refusesReports: false }

  const client: CmsClient = {
    async changes(after, waitS, signal) {
      signal.throwIfAborted()
      if (state.isAway) throw new Error('the CMS is away')
      if (log.length === after && waitS > 0) await once(news, 'change', { signal })
      const data = log.filter(({ sequence }) => sequence > after).slice(0, BATCH)
      const withDocuments = data.map((row) => ({
        ...row,
        document: documents.get(`${row.kind} ${row.documentId}`) ?? null,
      }))
      return structuredClone({ data: withDocuments, meta: { latest: log.length } })
    },
    async reportLive(report) {
      if (state.isAway || state.refusesReports) throw new Error('the CMS is away')
      reports.push(structuredClone(report))
      news.emit('report')
    },
  }

  function append(kind: Kind, documentId: string, event: Change['event']) {
    log.push({ sequence: log.length + 1, kind, documentId, event, at: AT })
    news.emit('change')
    return log.length
  }

  return {
    client,
    reports,
    state,
    /** Publishes, or publishes again. @returns its sequence */
    publish(kind: Kind, document: { documentId: string }) {
      documents.set(`${kind} ${document.documentId}`, document)
      return append(kind, document.documentId, 'published')
    },
    unpublish(kind: Kind, documentId: string) {
      documents.delete(`${kind} ${documentId}`)
      return append(kind, documentId, 'unpublished')
    },
    retry: (kind: Kind, documentId: string) => append(kind, documentId, 'retried'),
    /** Resolves with the first report, from now or before, that `isMeant`. */
    async reported(isMeant: (report: LiveReport) => boolean): Promise<LiveReport> {
      for (;;) {
        const found = reports.find(isMeant)
        if (found) return found
        await once(news, 'report')
      }
    },
    latest: () => log.length,
  }
}
