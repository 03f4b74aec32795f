/** Where members are logged in: one row a device. */
import type { Core } from '@strapi/types'
import type { Ending, SessionState } from '../domain/accounts/session'

const TABLE = 'member_sessions'

export type Way = 'password' | 'activation' | 'reset' | 'oidc' | 'cas'

export type MemberSession = SessionState & {
  id: string
  accountId: number
  salt: string
  way: Way
  device: string
  secondFactorAtMs: number | null
}

type Stored = {
  id: string
  account_id: number
  salt: string
  generation: number
  rotated_at_ms: number | string
  is_kept: boolean | number
  way: Way
  device: string
  opened_at_ms: number | string
  last_seen_at_ms: number | string
  second_factor_at_ms: number | string | null
  ended_at_ms: number | string | null
}

const moment = (ms: number | string | null) => (ms === null ? null : Number(ms))

const read = ({ id, account_id, salt, generation, way, device, ...row }: Stored): MemberSession => ({
  ...{ id, accountId: account_id, salt, generation, way, device, isKept: Boolean(row.is_kept) },
  ...{ rotatedAtMs: Number(row.rotated_at_ms), openedAtMs: Number(row.opened_at_ms) },
  ...{ lastSeenAtMs: Number(row.last_seen_at_ms), secondFactorAtMs: moment(row.second_factor_at_ms) },
  endedAtMs: moment(row.ended_at_ms),
})

/** Joins the transaction it is called in. */
export async function addSession(strapi: Core.Strapi, session: MemberSession) {
  const { id, accountId, salt, generation, way, device, isKept, rotatedAtMs, openedAtMs, lastSeenAtMs } = session
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE).insert({
      ...{ id, account_id: accountId, salt, generation, way, device, is_kept: isKept },
      ...{ rotated_at_ms: rotatedAtMs, opened_at_ms: openedAtMs, last_seen_at_ms: lastSeenAtMs },
      second_factor_at_ms: session.secondFactorAtMs,
    }),
  )
}

/** Asked at every request of a member: reads without a transaction. */
export async function findSession(strapi: Core.Strapi, id: string): Promise<MemberSession | null> {
  const found: Stored | undefined = await strapi.db.connection(TABLE).where({ id }).first()
  return found ? read(found) : null
}

/** @returns false where somebody else was quicker, or the session has ended */
export async function rotate(strapi: Core.Strapi, { id, generation }: MemberSession, now: Date): Promise<boolean> {
  const changed: number = await strapi.db
    .connection(TABLE)
    .where({ id, generation, ended_at_ms: null })
    .update({ generation: generation + 1, rotated_at_ms: now.getTime(), last_seen_at_ms: now.getTime() })
  return changed === 1
}

/** @returns false where it had ended already */
export async function endSession(strapi: Core.Strapi, id: string, ending: Ending, now: Date): Promise<boolean> {
  const changed: number = await strapi.db
    .connection(TABLE)
    .where({ id, ended_at_ms: null })
    .update({ ended_at_ms: now.getTime(), ending })
  return changed === 1
}

/** Joins the transaction it is called in. @param but the session that stays @returns how many ended */
export async function endSessionsOf(
  strapi: Core.Strapi,
  accountId: number,
  ending: Ending,
  now: Date,
  but: string | null = null,
): Promise<number> {
  return strapi.db.transaction(({ trx }) => {
    const living = trx(TABLE).where({ account_id: accountId, ended_at_ms: null })
    return (but ? living.whereNot({ id: but }) : living).update({ ended_at_ms: now.getTime(), ending })
  })
}

/** Those that have not ended, the last seen first; some may have run out. */
export async function openSessionsOf(strapi: Core.Strapi, accountId: number): Promise<MemberSession[]> {
  const rows: Stored[] = await strapi.db
    .connection(TABLE)
    .where({ account_id: accountId, ended_at_ms: null })
    .orderBy([{ column: 'last_seen_at_ms', order: 'desc' }, { column: 'id' }])
  return rows.map(read)
}

export async function noteSecondFactor(strapi: Core.Strapi, id: string, passedAt: Date | null) {
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .where({ id })
      .update({ second_factor_at_ms: passedAt?.getTime() ?? null }),
  )
}

/** Joins the transaction it is called in. */
export async function forgetSecondFactors(strapi: Core.Strapi, accountId: number) {
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ account_id: accountId }).update({ second_factor_at_ms: null }),
  )
}

export async function forgetSessions(strapi: Core.Strapi, seenBefore: Date): Promise<number> {
  return strapi.db.connection(TABLE).where('last_seen_at_ms', '<', seenBefore.getTime()).delete()
}
