/** What followers of the change log are told, and how they are woken. */
import { EventEmitter } from 'node:events'
import type { Core } from '@strapi/types'
import type { LiveReport } from '../../../domain/publication/live-report'
import { type ChangeRow, changesAfter, latestSequence } from '../../../stores/publication-changes'
import { loadPublished } from '../../../stores/published-documents'
import { createLastSeen } from '../last-seen'
import { recordReport } from '../record-report'

/** Another process (an import, a second instance) cannot wake us: look this often. */
const POLL_MS = 500
const BATCH = 200

async function withDocuments(strapi: Core.Strapi, rows: ChangeRow[]) {
  const documents = new Map<string, Record<string, unknown>>()
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = rows.filter((row) => row.kind === kind).map((row) => row.documentId)
    for (const [documentId, document] of await loadPublished(strapi, kind, [...new Set(ids)])) {
      documents.set(`${kind} ${documentId}`, document)
    }
  }
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    document: documents.get(`${row.kind} ${row.documentId}`) ?? null,
  }))
}

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const lastSeen = createLastSeen(strapi)
  const commits = new EventEmitter().setMaxListeners(0)

  /** Listens at once, so that a commit between a look and the wait is not missed. */
  function nextCommit() {
    let wake: () => void = () => undefined
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    commits.on('change', wake)
    return {
      within: (ms: number) => {
        const timer = setTimeout(wake, ms)
        return woken.finally(() => clearTimeout(timer))
      },
      forget: () => commits.off('change', wake),
    }
  }

  return {
    announce: () => {
      commits.emit('change')
    },

    /** Changes after `after`, at most one batch; waits up to `waitMs` for the first. A closed request ends the wait. */
    async changes(after: number, waitMs: number, isClosed: () => boolean) {
      const deadline = Date.now() + waitMs
      lastSeen.note(new Date())
      for (;;) {
        const commit = nextCommit()
        try {
          const rows = await changesAfter(strapi, after, BATCH)
          const left = deadline - Date.now()
          if (rows.length > 0 || left <= 0 || isClosed()) {
            return { data: await withDocuments(strapi, rows), meta: { latest: await latestSequence(strapi) } }
          }
          await commit.within(Math.min(left, POLL_MS))
        } finally {
          commit.forget()
        }
      }
    },

    async recordReport(report: LiveReport) {
      const now = new Date()
      lastSeen.note(now)
      return recordReport(strapi, report, now)
    },

    lastSeen: lastSeen.get,
  }
}
