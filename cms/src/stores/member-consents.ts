/** What a member was told and agreed to, which version of it, and when; kept as proof, also after a withdrawal. */
import type { Core } from '@strapi/types'
import type { Agreed, ConsentKind } from '../domain/accounts/texts'

const TABLE = 'member_consents'

export type Consent = { kind: ConsentKind; version: string; at: Date; withdrawnAt: Date | null }

type Stored = { kind: ConsentKind; version: string; at_ms: number | string; withdrawn_at_ms: number | string | null }

/** Joins the transaction it is called in. */
export async function addConsents(strapi: Core.Strapi, memberId: string, agreed: readonly Agreed[], now: Date) {
  const rows = agreed.map(({ kind, version }) => ({ member_id: memberId, kind, version, at_ms: now.getTime() }))
  await strapi.db.transaction(({ trx }) => trx(TABLE).insert(rows))
}

/** The latest first. */
export async function consentsOf(strapi: Core.Strapi, memberId: string): Promise<Consent[]> {
  const rows: Stored[] = await strapi.db.connection(TABLE).where({ member_id: memberId }).orderBy('id', 'desc')
  return rows.map(({ kind, version, at_ms, withdrawn_at_ms }) => ({
    ...{ kind, version, at: new Date(Number(at_ms)) },
    withdrawnAt: withdrawn_at_ms === null ? null : new Date(Number(withdrawn_at_ms)),
  }))
}
