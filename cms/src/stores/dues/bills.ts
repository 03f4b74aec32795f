/** Bills, one a member and month. What is due and paid of them comes from the ledger. */
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import type { Category } from '../../domain/dues/categories'
import type { Month } from '../../domain/dues/months'
import { belowPaths } from '../organisations'
import { type Sums, sumsOfBills } from './ledger'

const TABLE = 'dues_bills'
const GAPS = 'dues_gaps'
/** SQLite takes 999 values a statement at least */
const ROWS_AT_ONCE = 80

export type Bill = {
  id: string
  memberId: string
  organisationId: string
  month: Month
  category: Category
  rate: string | null
  article: string
  reason: 'RATE' | 'FIXED' | 'REDUCED' | 'EXEMPT'
  flags: string[]
  /** as it was made; corrections stand in the ledger */
  madeFen: number
}
export type BillState = Bill & Sums

type Stored = {
  id: string
  member_id: string
  organisation_id: string
  month: Month
  due_fen: number
  category: Category
  rate: string | null
  article: string
  reason: Bill['reason']
  flags: string
  made_at_ms: number | string
}

export const billId = (memberId: string, month: Month): string => `${memberId}:${month}`

const read = ({ id, month, category, rate, article, reason, ...row }: Stored): Bill => ({
  ...{ id, month, category, rate, article, reason, memberId: row.member_id, organisationId: row.organisation_id },
  ...{ flags: JSON.parse(row.flags) as string[], madeFen: row.due_fen },
})

/** Those that are there already are left alone, whoever made them. @returns the ids of those that were added */
export async function insertBills(strapi: Core.Strapi, bills: readonly Bill[], at: Date): Promise<Set<string>> {
  return await strapi.db.transaction(async ({ trx }) => {
    const added = new Set<string>()
    for (let from = 0; from < bills.length; from += ROWS_AT_ONCE) {
      const rows = bills.slice(from, from + ROWS_AT_ONCE).map((bill): Stored => {
        const { id, month, category, rate, article, reason } = bill
        return {
          ...{
            id,
            month,
            category,
            rate,
            article,
            reason,
            member_id: bill.memberId,
            organisation_id: bill.organisationId,
          },
          ...{ due_fen: bill.madeFen, flags: JSON.stringify(bill.flags), made_at_ms: at.getTime() },
        }
      })
      const made: { id: string }[] = await trx(TABLE).insert(rows).onConflict('id').ignore().returning('id')
      for (const { id } of made) added.add(id)
    }
    return added
  })
}

async function withSums(
  strapi: Core.Strapi,
  rows: Stored[],
  only: (bills: Knex.QueryBuilder) => void,
): Promise<BillState[]> {
  const sums = await sumsOfBills(strapi, only)
  return rows.map((row) => ({ ...read(row), ...(sums.get(row.id) ?? { dueFen: 0, paidFen: 0 }) }))
}

/** All of a member, the newest first. */
export async function billsOfMember(strapi: Core.Strapi, memberId: string): Promise<BillState[]> {
  return await strapi.db.transaction(async ({ trx }) => {
    const rows: Stored[] = await trx(TABLE).where({ member_id: memberId }).orderBy('month', 'desc')
    return withSums(strapi, rows, (bills) => bills.where({ member_id: memberId }))
  })
}

export async function findBill(strapi: Core.Strapi, id: string): Promise<BillState | null> {
  return await strapi.db.transaction(async ({ trx }) => {
    const rows: Stored[] = await trx(TABLE).where({ id })
    const [bill] = await withSums(strapi, rows, (bills) => bills.where({ id }))
    return bill ?? null
  })
}

/** Of one month, at the branches below these paths. */
export async function billsOfMonth(strapi: Core.Strapi, month: Month, paths: readonly string[]): Promise<BillState[]> {
  return await strapi.db.transaction(async ({ trx }) => {
    const below = (bills: Knex.QueryBuilder) =>
      bills
        .where({ month })
        .whereIn('organisation_id', (ids: Knex.QueryBuilder) =>
          belowPaths(ids.select('id').from('organisations'), 'path', paths),
        )
    const rows: Stored[] = await below(trx(TABLE))
    return withSums(strapi, rows, below)
  })
}

export type Gap = { memberId: string; month: Month; organisationId: string; reason: string }

/** Who could not be billed for a month, and why; anew at each run. */
export async function replaceGaps(
  strapi: Core.Strapi,
  month: Month,
  memberIds: readonly string[],
  gaps: readonly Gap[],
) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(GAPS).where({ month }).whereIn('member_id', memberIds).delete()
    const rows = gaps.map(({ memberId, organisationId, reason }) => ({
      member_id: memberId,
      organisation_id: organisationId,
      month,
      reason,
    }))
    if (rows.length > 0) await trx(GAPS).insert(rows)
  })
}

export async function gapsOfMonth(strapi: Core.Strapi, month: Month, paths: readonly string[]): Promise<Gap[]> {
  const rows: { member_id: string; organisation_id: string; reason: string }[] = await strapi.db.transaction(
    ({ trx }) =>
      belowPaths(
        trx(GAPS).join('organisations', 'organisations.id', `${GAPS}.organisation_id`).where({ month }),
        'organisations.path',
        paths,
      ).select('member_id', 'organisation_id', 'reason'),
  )
  return rows.map((row) => ({
    memberId: row.member_id,
    organisationId: row.organisation_id,
    reason: row.reason,
    month,
  }))
}
