/** Payments. All writes join the transaction they are called in. */
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { Arrangement } from '../../domain/dues/paying'
import type { Method, PaymentState } from '../../domain/dues/payment'
import { belowPaths } from '../organisations'

const TABLE = 'dues_payments'

export type Payment = {
  id: string
  key: string
  memberId: string
  organisationId: string
  method: Method
  fen: number
  state: PaymentState
  paidOn: string
  arrangement: Arrangement
  isRestVoluntary: boolean
  slip: string | null
  /** of an online one: until then it can be paid */
  expiresAt: Date | null
  recordedBy: string
  recordedAt: Date
  settledBy: string | null
  settledAt: Date | null
}
type Stored = {
  id: string
  key: string
  member_id: string
  organisation_id: string
  method: Method
  fen: number
  state: PaymentState
  paid_on: string
  payer: string
  is_rest_voluntary: boolean | number
  slip: string | null
  transaction_id: string | null
  expires_at_ms: number | string | null
  recorded_by: string
  recorded_at_ms: number | string
  settled_by: string | null
  settled_at_ms: number | string | null
}

const read = ({ id, key, method, fen, state, slip, ...row }: Stored): Payment => ({
  ...{ id, key, method, fen, state, slip, memberId: row.member_id, organisationId: row.organisation_id },
  ...{
    paidOn: row.paid_on,
    arrangement: JSON.parse(row.payer) as Arrangement,
    isRestVoluntary: Boolean(row.is_rest_voluntary),
  },
  ...{ recordedBy: row.recorded_by, recordedAt: new Date(Number(row.recorded_at_ms)), settledBy: row.settled_by },
  settledAt: row.settled_at_ms === null ? null : new Date(Number(row.settled_at_ms)),
  expiresAt: row.expires_at_ms === null ? null : new Date(Number(row.expires_at_ms)),
})

export type NewPayment = Omit<Payment, 'id' | 'state' | 'recordedAt' | 'settledBy' | 'settledAt' | 'expiresAt'> & {
  expiresAt?: Date
}

/** @returns null where the key was used before */
export async function insertPayment(strapi: Core.Strapi, payment: NewPayment, at: Date): Promise<Payment | null> {
  const { key, method, fen, slip } = payment
  const row: Stored = {
    ...{ id: randomUUID(), key, method, fen, slip, state: 'waiting', member_id: payment.memberId },
    ...{ organisation_id: payment.organisationId, paid_on: payment.paidOn, payer: JSON.stringify(payment.arrangement) },
    ...{ is_rest_voluntary: payment.isRestVoluntary, recorded_by: payment.recordedBy, recorded_at_ms: at.getTime() },
    ...{ settled_by: null, settled_at_ms: null, transaction_id: null },
    expires_at_ms: payment.expiresAt?.getTime() ?? null,
  }
  const made: Stored[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).insert(row).onConflict('key').ignore().returning('*'),
  )
  return made[0] ? read(made[0]) : null
}

export async function findPayment(
  strapi: Core.Strapi,
  where: { id: string } | { key: string },
): Promise<Payment | null> {
  const row: Stored | undefined = await strapi.db.transaction(({ trx }) => trx(TABLE).where(where).first())
  return row ? read(row) : null
}

/** @returns false where it waits no more */
export async function endWaiting(
  strapi: Core.Strapi,
  id: string,
  state: 'settled' | 'withdrawn',
  by: string,
  at: Date,
): Promise<boolean> {
  const changed: number = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ id, state: 'waiting' }).update({ state, settled_by: by, settled_at_ms: at.getTime() }),
  )
  return changed > 0
}

/** Money has come, whatever was thought of the order before. @returns false where it is settled already */
export async function noteMoney(strapi: Core.Strapi, id: string, transactionId: string, at: Date): Promise<boolean> {
  const changed: number = await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .where({ id })
      .whereNot({ state: 'settled' })
      .update({ state: 'settled', settled_by: 'provider', settled_at_ms: at.getTime(), transaction_id: transactionId }),
  )
  return changed > 0
}

/** Online ones of which nobody knows yet what became, the oldest first. */
export async function openOrders(strapi: Core.Strapi, askedBefore: Date, limit: number): Promise<Payment[]> {
  const rows: Stored[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .where({ state: 'waiting' })
      .whereNotNull('expires_at_ms')
      .where('recorded_at_ms', '<', askedBefore.getTime())
      .orderBy('recorded_at_ms')
      .limit(limit),
  )
  return rows.map(read)
}

/** The newest first. */
export async function paymentsOfMember(strapi: Core.Strapi, memberId: string): Promise<Payment[]> {
  const rows: Stored[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ member_id: memberId }).orderBy('recorded_at_ms', 'desc'),
  )
  return rows.map(read)
}

/** Those that wait for a word, the oldest first. */
export async function waitingPayments(strapi: Core.Strapi, paths: readonly string[]): Promise<Payment[]> {
  const rows: Stored[] = await strapi.db.transaction(({ trx }) =>
    belowPaths(
      trx(TABLE).join('organisations', 'organisations.id', `${TABLE}.organisation_id`).where({ state: 'waiting' }),
      'organisations.path',
      paths,
    )
      .select(`${TABLE}.*`)
      .orderBy('recorded_at_ms'),
  )
  return rows.map(read)
}
