/** Parts of the audit log that stand in files, and how a part leaves the table. */
import type { Core } from '@strapi/types'
import { AUDIT_LOG } from './audit-log'

export type Archive = { from: number; to: number; file: string; sha256: string; lastHash: string; at: Date }
type Stored = {
  from_sequence: number | string
  to_sequence: number | string
  file: string
  sha256: string
  last_hash: string
  at_ms: number | string
}

const ARCHIVES = 'audit_archives'

export async function archivesInOrder(strapi: Core.Strapi): Promise<Archive[]> {
  const rows: Stored[] = await strapi.db.connection(ARCHIVES).orderBy('to_sequence')
  return rows.map((row) => ({
    from: Number(row.from_sequence),
    to: Number(row.to_sequence),
    file: row.file,
    sha256: row.sha256,
    lastHash: row.last_hash,
    at: new Date(Number(row.at_ms)),
  }))
}

/** The last row before that moment which is followed by none older; null when there is nothing to archive. */
export async function lastSequenceBefore(strapi: Core.Strapi, moment: Date): Promise<number | null> {
  const young: { first?: number | string | null } | undefined = await strapi.db
    .connection(AUDIT_LOG)
    .where('at_ms', '>=', moment.getTime())
    .min({ first: 'sequence' })
    .first()
  const old: { last?: number | string | null } | undefined = await strapi.db
    .connection(AUDIT_LOG)
    .where('at_ms', '<', moment.getTime())
    .modify((query) => {
      if (young?.first) query.where('sequence', '<', young.first)
    })
    .max({ last: 'sequence' })
    .first()
  return old?.last ? Number(old.last) : null
}

/** Call when the file is safe on the disk. */
export async function moveToArchive(strapi: Core.Strapi, { from, to, file, sha256, lastHash, at }: Archive) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(ARCHIVES).insert({
      ...{ from_sequence: from, to_sequence: to, file, sha256, last_hash: lastHash, at_ms: at.getTime() },
    })
    await trx('audit_head').where({ id: 1 }).update({ archived_to: to })
    await trx(AUDIT_LOG).where('sequence', '<=', to).delete()
  })
}
