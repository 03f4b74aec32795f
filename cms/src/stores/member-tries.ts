/** Tries that were counted before they were made. A name is a hash: who tried what is the audit log's business. */
import type { Core } from '@strapi/types'
import { decideTry, type PauseLimits, type TryDecision } from '../domain/accounts/login-pause'

const TABLE = 'member_tries'

type Stored = { tries: number; last_at_ms: number | string; paused_until_ms: number | string }

const isNew = ({ tries }: Stored) => tries === 0

/** Not within another transaction: a try that was refused later has been made all the same. */
export async function takeTry(strapi: Core.Strapi, name: string, limits: PauseLimits, now: Date): Promise<TryDecision> {
  return strapi.db.transaction(async ({ trx }) => {
    // in one statement, for another's success may remove the row between two; it stays locked until the commit
    const [row]: Stored[] = await trx(TABLE)
      .insert({ name, tries: 0, last_at_ms: 0, paused_until_ms: 0 })
      .onConflict('name')
      .merge({ tries: trx.raw('??.??', [TABLE, 'tries']) })
      .returning(['tries', 'last_at_ms', 'paused_until_ms'])
    const known = { tries: row.tries, lastAtMs: Number(row.last_at_ms), pausedUntilMs: Number(row.paused_until_ms) }
    const decision = decideTry(isNew(row) ? null : known, limits, now)
    if (decision.isAllowed) {
      const { tries, lastAtMs, pausedUntilMs } = decision.next
      await trx(TABLE).where({ name }).update({ tries, last_at_ms: lastAtMs, paused_until_ms: pausedUntilMs })
    }
    return decision
  })
}

export async function forgiveTries(strapi: Core.Strapi, name: string) {
  await strapi.db.connection(TABLE).where({ name }).delete()
}

/** One try of many turned out well: it alone is taken back, and with it the pause that it began. */
export async function giveTryBack(strapi: Core.Strapi, name: string, now: Date) {
  await strapi.db
    .connection(TABLE)
    .where({ name })
    .where('tries', '>', 0)
    .update({ tries: strapi.db.connection.raw('tries - 1'), paused_until_ms: now.getTime() })
}

export async function forgetTries(strapi: Core.Strapi, lastBefore: Date): Promise<number> {
  return strapi.db.connection(TABLE).where('last_at_ms', '<', lastBefore.getTime()).delete()
}
