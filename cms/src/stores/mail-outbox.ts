/** Notices that still have to go out by mail. A row is claimed by moving its time: several processes never take the same. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import { NOTICES_TABLE } from './notices'

export type WaitingMail = {
  id: number
  userId: number
  subject: string
  text: string
  kind: Kind | null
  documentId: string | null
  /** this one included */
  attempts: number
}

type Stored = {
  id: number
  user_id: number
  subject: string
  text: string
  kind: Kind | null
  document_id: string | null
  mail_attempts: number
  mail_due_at_ms: number | string | null
}

/** Longer than any attempt takes: whoever dies in between has sent it or not, and it is tried again. */
const CLAIMED_FOR_MS = 5 * 60_000

/** The attempt is counted before it is made. */
export async function claimMails(strapi: Core.Strapi, now: Date, limit: number): Promise<WaitingMail[]> {
  const knex = strapi.db.connection
  const due: Stored[] = await knex(NOTICES_TABLE)
    .where({ mail: 'waiting' })
    .where('mail_due_at_ms', '<=', now.getTime())
    .orderBy('id')
    .limit(limit)
  const claimed: WaitingMail[] = []
  for (const { id, user_id, subject, text, kind, ...row } of due) {
    const attempts = row.mail_attempts + 1
    const taken = await knex(NOTICES_TABLE)
      .where({ id, mail: 'waiting', mail_attempts: row.mail_attempts })
      .update({ mail_attempts: attempts, mail_due_at_ms: now.getTime() + CLAIMED_FOR_MS })
    if (taken === 1) claimed.push({ id, userId: user_id, subject, text, kind, documentId: row.document_id, attempts })
  }
  return claimed
}

/** `none`: there is nobody to send it to. */
export async function settleMail(strapi: Core.Strapi, id: number, mail: 'sent' | 'failed' | 'none') {
  await strapi.db.connection(NOTICES_TABLE).where({ id }).update({ mail, mail_due_at_ms: null })
}

export async function postponeMail(strapi: Core.Strapi, id: number, until: Date) {
  await strapi.db.connection(NOTICES_TABLE).where({ id }).update({ mail_due_at_ms: until.getTime() })
}

/** Where no mail is sent at all: what waits is shown in the desk, and a mail server set up later starts with what is new. */
export async function leaveInDesk(strapi: Core.Strapi) {
  await strapi.db.connection(NOTICES_TABLE).where({ mail: 'waiting' }).update({ mail: 'none', mail_due_at_ms: null })
}
