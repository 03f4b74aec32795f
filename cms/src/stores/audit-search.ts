/** Finds rows of the audit log, the newest first. */
import type { Core } from '@strapi/types'
import type { Act } from '../domain/audit/acts'
import type { AuditRow, Result } from '../domain/audit/entry'
import { AUDIT_LOG, COLUMNS, fromStored } from './audit-log'

export type AuditFilter = {
  /** part of a name or e-mail address */
  person?: string
  from?: Date
  /** not included */
  to?: Date
  act?: Act
  /** part of a title, or a whole id */
  subject?: string
  result?: Result
  /** only rows with a smaller number: the next page */
  before?: number
}

const likePattern = (text: string) => `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`

export async function searchAuditLog(strapi: Core.Strapi, filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  const { person, from, to, act, subject, result, before } = filter
  const query = strapi.db.connection(AUDIT_LOG).select(COLUMNS).orderBy('sequence', 'desc').limit(limit)
  if (person) {
    const like = likePattern(person)
    query.whereRaw("(LOWER(actor_name) LIKE ? ESCAPE '\\' OR LOWER(actor_email) LIKE ? ESCAPE '\\')", [like, like])
  }
  if (from) query.where('at_ms', '>=', from.getTime())
  if (to) query.where('at_ms', '<', to.getTime())
  if (act) query.where({ act })
  if (subject) {
    query.whereRaw("(LOWER(subject_title) LIKE ? ESCAPE '\\' OR subject_id = ? OR subject_uid = ?)", [
      ...[likePattern(subject), subject, subject],
    ])
  }
  if (result) query.where({ result })
  if (before) query.where('sequence', '<', before)
  const rows: AuditRow[] = await query
  return rows.map(fromStored)
}
