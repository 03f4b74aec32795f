/** What somebody at the desk should know: shown there, and sent by mail afterwards from this table (an outbox: after the commit, and again after a crash). */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'

export const noticeTopics = [
  'review-requested',
  'review-approved',
  'review-returned',
  'review-invalidated',
  'published-urgently',
  'schedule-withdrawn',
  'schedule-failed',
  'audit-broken',
  'page-reported',
] as const
export type NoticeTopic = (typeof noticeTopics)[number]

export type NewNotice = {
  /** ids of desk accounts (`admin::user`); each gets a row of their own */
  recipients: readonly number[]
  topic: NoticeTopic
  /** one line, Chinese */
  subject: string
  /** what happened, why, what to do; Chinese */
  text: string
  /** where it leads */
  kind: Kind | null
  documentId: string | null
  at: Date
}

export const NOTICES_TABLE = 'desk_notices'
const MAX_SUBJECT = 255

/** Joins the transaction it is called in. */
export async function addNotice(strapi: Core.Strapi, notice: NewNotice): Promise<void> {
  const { recipients, topic, subject, text, kind, documentId, at } = notice
  const rows = [...new Set(recipients)].map((user_id) => ({
    ...{ user_id, topic, subject: subject.slice(0, MAX_SUBJECT), text, kind, document_id: documentId },
    ...{ at_ms: at.getTime(), mail: 'waiting', mail_attempts: 0, mail_due_at_ms: at.getTime() },
  }))
  if (rows.length === 0) return
  await strapi.db.transaction(async ({ trx }) => {
    await trx(NOTICES_TABLE).insert(rows)
  })
}
