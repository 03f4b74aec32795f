/** Pages and documents that could not be made live, until they can. */
import type { DatabaseSync } from 'node:sqlite'
import type { Kind } from '../../src/content/documents.ts'
import type { LiveFailure } from '../live-report.ts'

export type Quarantined = LiveFailure & { kind: Kind; documentId: string; json: string }

const failureOf = (row: Record<string, unknown>): LiveFailure => ({
  kind: row.kind as string | null,
  documentId: row.document_id as string | null,
  address: String(row.address),
  code: row.code as LiveFailure['code'],
  reason: String(row.reason),
  oldStands: row.old_stands === 1,
})

export function failures(database: DatabaseSync) {
  const fail = database.prepare(
    `INSERT OR REPLACE INTO failed_pages (address, kind, document_id, code, reason, old_stands)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const forgive = database.prepare('DELETE FROM failed_pages WHERE address = ?')
  const failed = database.prepare('SELECT * FROM failed_pages ORDER BY address LIMIT ?')
  const failedAddresses = database.prepare('SELECT address FROM failed_pages')
  const missingAddresses = database.prepare('SELECT DISTINCT address FROM missing_media')
  const missingPages = database.prepare('SELECT address FROM failed_pages WHERE old_stands = 0')
  const keep = database.prepare(
    `INSERT OR REPLACE INTO quarantined_documents (kind, document_id, json, address, code, reason, old_stands)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const release = database.prepare('DELETE FROM quarantined_documents WHERE kind = ? AND document_id = ?')
  const kept = database.prepare('SELECT * FROM quarantined_documents ORDER BY kind, document_id LIMIT ?')
  const keepGood = database.prepare(
    'INSERT OR IGNORE INTO last_good_documents (kind, document_id, json) VALUES (?, ?, ?)',
  )
  const lastGood = database.prepare('SELECT json FROM last_good_documents WHERE kind = ? AND document_id = ?')
  const forgetGood = database.prepare('DELETE FROM last_good_documents')
  const failureCount = database.prepare(
    `SELECT (SELECT count(*) FROM failed_pages) +
     (SELECT count(*) FROM quarantined_documents WHERE code <> 'INVALID_DOCUMENT') AS total`,
  )
  const missing = database.prepare('SELECT address, name FROM missing_media ORDER BY address, name LIMIT ?')

  return {
    failPage: ({ address, kind, documentId, code, reason, oldStands }: LiveFailure) =>
      void fail.run(address, kind, documentId, code, reason, oldStands ? 1 : 0),
    forgivePage: (address: string) => void forgive.run(address),
    failedPages: () => failedAddresses.all().map((row) => String(row.address)),
    /** Pages that stand, but show an upload that is not there. */
    pagesMissingMedia: () => missingAddresses.all().map((row) => String(row.address)),
    /** Pages that could not be made and stand in no older version either. */
    missingPages: () => missingPages.all().map((row) => String(row.address)),

    /** Keeps the document aside, as JSON. */
    quarantine: ({ kind, documentId, json, address, code, reason, oldStands }: Quarantined) =>
      void keep.run(kind, documentId, json, address, code, reason, oldStands ? 1 : 0),
    leaveQuarantine: (kind: Kind, documentId: string) => void release.run(kind, documentId),
    quarantined: (limit: number) =>
      kept.all(limit).map((row) => ({ ...failureOf(row), json: String(row.json) }) as Quarantined),

    /** The oldest version kept counts: it is the one that stands. */
    keepLastGood: (kind: Kind, documentId: string, json: string) => void keepGood.run(kind, documentId, json),
    lastGood: (kind: Kind, documentId: string): string | null =>
      (lastGood.get(kind, documentId)?.json as string | undefined) ?? null,
    forgetLastGood: () => void forgetGood.run(),

    /** Pages and documents that may be tried again. */
    failureCount: () => Number(failureCount.get()?.total),
    failures: (limit: number): LiveFailure[] => [
      ...kept.all(limit).map(failureOf),
      ...failed.all(limit).map(failureOf),
      ...missing.all(limit).map(
        ({ address, name }): LiveFailure => ({
          ...{ kind: null, documentId: null, address: String(address), code: 'MEDIA_MISSING', oldStands: true },
          reason: `/uploads/${name} is named by the page and is not among the uploads`,
        }),
      ),
    ],
  }
}
