/**
 * Codes that are to go out by mail. The code itself is made when the mail is sent: what waits here opens nothing. A row is
 * claimed by moving its time, as those of the desk are (mail-outbox.ts).
 */
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { CodePurpose } from '../domain/accounts/one-time-code'

const TABLE = 'member_mails'
/** Longer than any attempt takes. */
const CLAIMED_FOR_MS = 5 * 60_000

export type MailPurpose = Extract<CodePurpose, 'activation' | 'reset'>
export type WaitingCodeMail = { id: string; memberId: string; purpose: MailPurpose; askedAt: Date; attempts: number }

type Stored = { id: string; member_id: string; purpose: MailPurpose; at_ms: number | string; attempts: number }

/** Joins the transaction it is called in. */
export async function addCodeMail(strapi: Core.Strapi, memberId: string, purpose: MailPurpose, now: Date) {
  const at = { at_ms: now.getTime(), due_at_ms: now.getTime() }
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE).insert({ id: randomUUID(), member_id: memberId, purpose, mail: 'waiting', attempts: 0, ...at }),
  )
}

/** The attempt is counted before it is made. */
export async function claimCodeMails(strapi: Core.Strapi, now: Date, limit: number): Promise<WaitingCodeMail[]> {
  const knex = strapi.db.connection
  const due: Stored[] = await knex(TABLE)
    .where({ mail: 'waiting' })
    .where('due_at_ms', '<=', now.getTime())
    .orderBy('due_at_ms')
    .limit(limit)
  const claimed: WaitingCodeMail[] = []
  for (const { id, member_id, purpose, at_ms, attempts } of due) {
    const taken = await knex(TABLE)
      .where({ id, mail: 'waiting', attempts })
      .update({ attempts: attempts + 1, due_at_ms: now.getTime() + CLAIMED_FOR_MS })
    if (taken === 1) {
      claimed.push({ id, purpose, memberId: member_id, askedAt: new Date(Number(at_ms)), attempts: attempts + 1 })
    }
  }
  return claimed
}

/** `none`: there is nobody to send it to, or it is too late. */
export async function settleCodeMail(strapi: Core.Strapi, id: string, mail: 'sent' | 'failed' | 'none') {
  await strapi.db.connection(TABLE).where({ id }).update({ mail, due_at_ms: null })
}

export async function postponeCodeMail(strapi: Core.Strapi, id: string, until: Date) {
  await strapi.db.connection(TABLE).where({ id }).update({ due_at_ms: until.getTime() })
}

export async function forgetCodeMails(strapi: Core.Strapi, askedBefore: Date): Promise<number> {
  return strapi.db.connection(TABLE).where('at_ms', '<', askedBefore.getTime()).delete()
}
