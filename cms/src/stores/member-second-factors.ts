/** The second factor of an account: its secret, sealed; the last step that was used; and the recovery codes. */
import type { Core } from '@strapi/types'

const TABLE = 'member_second_factors'
const RECOVERY = 'member_recovery_codes'

export type SecondFactor = { secretSealed: string; isConfirmed: boolean; lastStep: number }

type Stored = { secret_sealed: string; confirmed_at_ms: number | string | null; last_step: number | string }

/** Joins the transaction it is called in, as the others do. */
export async function secondFactorOf(strapi: Core.Strapi, accountId: number): Promise<SecondFactor | null> {
  const found: Stored | undefined = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ account_id: accountId }).first(),
  )
  if (!found) return null
  const { secret_sealed, confirmed_at_ms, last_step } = found
  return { secretSealed: secret_sealed, isConfirmed: confirmed_at_ms !== null, lastStep: Number(last_step) }
}

/** Takes the place of one that was begun and never confirmed. */
export async function beginSecondFactor(strapi: Core.Strapi, accountId: number, secretSealed: string, now: Date) {
  const row = { secret_sealed: secretSealed, begun_at_ms: now.getTime(), confirmed_at_ms: null, last_step: 0 }
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .insert({ account_id: accountId, ...row })
      .onConflict('account_id')
      .merge(row),
  )
}

/** A code works once: of two that show the same step at the same moment, one gets true. */
export async function useStep(strapi: Core.Strapi, accountId: number, step: number): Promise<boolean> {
  const changed: number = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ account_id: accountId }).where('last_step', '<', step).update({ last_step: step }),
  )
  return changed === 1
}

export async function confirmSecondFactor(
  strapi: Core.Strapi,
  accountId: number,
  digests: readonly string[],
  now: Date,
) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(TABLE).where({ account_id: accountId }).update({ confirmed_at_ms: now.getTime() })
    await putRecoveryCodes(strapi, accountId, digests)
  })
}

export async function putRecoveryCodes(strapi: Core.Strapi, accountId: number, digests: readonly string[]) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(RECOVERY).where({ account_id: accountId }).delete()
    await trx(RECOVERY).insert(digests.map((digest) => ({ account_id: accountId, digest })))
  })
}

/** @returns false for one that is not there, or was used */
export async function useRecoveryCode(strapi: Core.Strapi, accountId: number, digest: string, now: Date) {
  const changed: number = await strapi.db.transaction(({ trx }) =>
    trx(RECOVERY).where({ account_id: accountId, digest, used_at_ms: null }).update({ used_at_ms: now.getTime() }),
  )
  return changed === 1
}

export async function recoveryCodesLeft(strapi: Core.Strapi, accountId: number): Promise<number> {
  const counted: { count?: number | string } | undefined = await strapi.db
    .connection(RECOVERY)
    .where({ account_id: accountId, used_at_ms: null })
    .count({ count: '*' })
    .first()
  return Number(counted?.count ?? 0)
}

export async function removeSecondFactor(strapi: Core.Strapi, accountId: number) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(RECOVERY).where({ account_id: accountId }).delete()
    await trx(TABLE).where({ account_id: accountId }).delete()
  })
}
