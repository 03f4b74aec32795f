/** The notices of one person at the desk. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import { NOTICES_TABLE, type NoticeTopic } from './notices'

export type Notice = {
  id: number
  topic: NoticeTopic
  subject: string
  text: string
  kind: Kind | null
  documentId: string | null
  at: Date
  isRead: boolean
}

type Stored = {
  id: number
  topic: NoticeTopic
  subject: string
  text: string
  kind: Kind | null
  document_id: string | null
  at_ms: number | string
  read_at_ms: number | string | null
}

/** The latest first. */
export async function noticesOf(strapi: Core.Strapi, userId: number, limit: number): Promise<Notice[]> {
  const rows: Stored[] = await strapi.db
    .connection(NOTICES_TABLE)
    .where({ user_id: userId })
    .orderBy([
      { column: 'at_ms', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
  return rows.map(({ id, topic, subject, text, kind, ...row }) => ({
    ...{ id, topic, subject, text, kind, documentId: row.document_id },
    ...{ at: new Date(Number(row.at_ms)), isRead: row.read_at_ms !== null },
  }))
}

export async function unreadCount(strapi: Core.Strapi, userId: number): Promise<number> {
  const counted: { count?: number | string } | undefined = await strapi.db
    .connection(NOTICES_TABLE)
    .where({ user_id: userId })
    .whereNull('read_at_ms')
    .count({ count: '*' })
    .first()
  return Number(counted?.count ?? 0)
}

/** @param which without both, all; those of other people are left alone */
export async function markRead(
  strapi: Core.Strapi,
  userId: number,
  which: { ids?: readonly number[]; documentId?: string },
  now: Date,
) {
  const query = strapi.db.connection(NOTICES_TABLE).where({ user_id: userId }).whereNull('read_at_ms')
  if (which.ids) query.whereIn('id', [...which.ids])
  if (which.documentId) query.where({ document_id: which.documentId })
  await query.update({ read_at_ms: now.getTime() })
}

/** Notices to somebody of the present office that could not be sent by mail. */
export async function failedMailCount(strapi: Core.Strapi): Promise<number> {
  const counted: { count?: number | string } | undefined = await strapi.db
    .connection(NOTICES_TABLE)
    .where({ mail: 'failed' })
    .count({ count: '*' })
    .first()
  return Number(counted?.count ?? 0)
}
