/** Moves old rows of the audit log into a file, once the whole chain has been found in order. */
import type { Core } from '@strapi/types'
import { SYSTEM } from '../documents/caller'
import { archivedBefore, archiveName } from '../domain/audit/archiving'
import type { AuditRow } from '../domain/audit/entry'
import { pendingRow } from '../domain/audit/pending-row'
import { lastSequenceBefore, moveToArchive } from '../stores/audit-archives'
import { addPending, auditRowsAfter, readHead } from '../stores/audit-log'
import { archivePath, fileHash, writeArchive } from './archive-file'
import { sealAll } from './sealer'
import { type Verification, verifyAuditLog } from './verify'

export type Archived = { rows: number; file: string | null; verification: Verification }

const BATCH = 500

async function* rowsUpTo(strapi: Core.Strapi, from: number, to: number): AsyncGenerator<AuditRow> {
  for (let last = from - 1; last < to; ) {
    const rows = await auditRowsAfter(strapi, last, BATCH)
    for (const row of rows) if (row.sequence <= to) yield row
    if (rows.length === 0) return
    last = rows[rows.length - 1].sequence
  }
}

export async function archiveAuditLog(strapi: Core.Strapi, keepMonths: number, now: Date): Promise<Archived> {
  const verification = await verifyAuditLog(strapi)
  const to = await lastSequenceBefore(strapi, archivedBefore(now, keepMonths))
  const from = (await readHead(strapi)).archivedTo + 1
  if (verification.problem || to === null || to < from) return { rows: 0, file: null, verification }
  const file = archiveName(from, to)
  const path = archivePath(file)
  await writeArchive(path, rowsUpTo(strapi, from, to))
  const [{ hash: lastHash }] = await auditRowsAfter(strapi, to - 1, 1)
  await moveToArchive(strapi, { from, to, file, sha256: await fileHash(path), lastHash, at: now })
  const after = { file, from, to }
  const subject = { uid: 'audit_log', id: null, title: file }
  const done = { act: 'audit.archive', subject, before: null, after, result: 'ok', code: null } as const
  await addPending(strapi, pendingRow({ at: now, actor: SYSTEM, ip: null, userAgent: null, ...done }))
  await sealAll(strapi)
  return { rows: to - from + 1, file, verification }
}
