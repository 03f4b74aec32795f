/** One-time codes and tickets, by what they hash to. */
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { CodeChannel, CodePurpose, CodeState } from '../domain/accounts/one-time-code'

const TABLE = 'member_codes'

export type NewCode = {
  memberId: string
  purpose: CodePurpose
  channel: CodeChannel
  digest: string
  tries: number
  expiresAt: Date
  /** what a ticket hands on */
  carries?: object
}

export type StoredCode = CodeState & { id: string; memberId: string; digest: string; carries: unknown }

type Stored = {
  id: string
  member_id: string
  digest: string
  tries_left: number
  expires_at_ms: number | string
  used_at_ms: number | string | null
  carries: string | null
}

const read = ({ id, member_id, digest, tries_left, expires_at_ms, used_at_ms, carries }: Stored): StoredCode => ({
  ...{ id, memberId: member_id, digest, triesLeft: tries_left, expiresAtMs: Number(expires_at_ms) },
  ...{
    usedAtMs: used_at_ms === null ? null : Number(used_at_ms),
    carries: carries && (JSON.parse(carries) as unknown),
  },
})

/** Joins the transaction it is called in. A new code takes the place of the older ones that came the same way. */
export async function putCode(strapi: Core.Strapi, code: NewCode, now: Date) {
  const { memberId, purpose, channel, digest, tries, expiresAt, carries } = code
  await strapi.db.transaction(async ({ trx }) => {
    if (channel !== 'ticket') await trx(TABLE).where({ member_id: memberId, purpose, channel }).delete()
    await trx(TABLE).insert({
      ...{ id: randomUUID(), member_id: memberId, purpose, channel, digest, tries_left: tries },
      ...{ issued_at_ms: now.getTime(), expires_at_ms: expiresAt.getTime() },
      carries: carries ? JSON.stringify(carries) : null,
    })
  })
}

/** Joins the transaction it is called in. */
export async function codesOf(strapi: Core.Strapi, memberId: string, purpose: CodePurpose): Promise<StoredCode[]> {
  const rows: Stored[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ member_id: memberId, purpose }).orderBy('id'),
  )
  return rows.map(read)
}

export async function codeByDigest(strapi: Core.Strapi, purpose: CodePurpose, digest: string) {
  const found: Stored | undefined = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ purpose, digest }).first(),
  )
  return found ? read(found) : null
}

export async function countTry(strapi: Core.Strapi, ids: readonly string[]) {
  if (ids.length === 0) return
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .whereIn('id', [...ids])
      .where('tries_left', '>', 0)
      .decrement('tries_left', 1),
  )
}

/** Joins the transaction it is called in. @returns false where it was used in the meantime */
export async function useCode(strapi: Core.Strapi, id: string, now: Date): Promise<boolean> {
  const changed: number = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ id, used_at_ms: null }).update({ used_at_ms: now.getTime() }),
  )
  return changed === 1
}

/** Joins the transaction it is called in: whoever has a new password needs no other code any more. */
export async function dropCodes(strapi: Core.Strapi, memberId: string) {
  await strapi.db.transaction(({ trx }) => trx(TABLE).where({ member_id: memberId, used_at_ms: null }).delete())
}

export async function forgetCodes(strapi: Core.Strapi, expiredBefore: Date): Promise<number> {
  return strapi.db.connection(TABLE).where('expires_at_ms', '<', expiredBefore.getTime()).delete()
}
