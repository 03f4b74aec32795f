/** The ledger: rows are added, never changed. All writes join the transaction they are called in. */
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import {
  assertBalanced,
  type Cause,
  type Entry,
  entryId,
  type LedgerAccount,
  type Posting,
} from '../../domain/ledger/entry'
import { belowPaths } from '../organisations'

const ENTRIES = 'ledger_entries'
const POSTINGS = 'ledger_postings'
/** SQLite takes 999 values a statement at least */
const ROWS_AT_ONCE = 120

type StoredPosting = {
  entry_id: string
  line: number
  account: LedgerAccount
  organisation_id: string
  member_id: string | null
  bill_id: string | null
  fen: number
}

const read = ({ account, fen, ...row }: StoredPosting): Posting => ({
  ...{ account, fen, organisationId: row.organisation_id, memberId: row.member_id, billId: row.bill_id },
})

/** Books each cause once: those that stand in the books already are left alone. @returns the ids of those that were added */
export async function book(strapi: Core.Strapi, entries: readonly Entry[], at: Date): Promise<string[]> {
  entries.forEach(assertBalanced)
  return await strapi.db.transaction(async ({ trx }) => {
    const added: string[] = []
    for (let from = 0; from < entries.length; from += ROWS_AT_ONCE) {
      const some = entries.slice(from, from + ROWS_AT_ONCE)
      const rows = some.map((entry) => ({
        id: entryId(entry),
        cause: entry.cause,
        by: entry.by,
        on: entry.on,
        at_ms: at.getTime(),
      }))
      const made: { id: string }[] = await trx(ENTRIES).insert(rows).onConflict('id').ignore().returning('id')
      const ids = new Set(made.map(({ id }) => id))
      added.push(...ids)
      const postings = some.filter((entry) => ids.has(entryId(entry))).flatMap(rowsOf)
      for (let row = 0; row < postings.length; row += ROWS_AT_ONCE)
        await trx(POSTINGS).insert(postings.slice(row, row + ROWS_AT_ONCE))
    }
    return added
  })
}

const rowsOf = (entry: Entry): StoredPosting[] =>
  entry.postings.map(({ account, fen, ...posting }, line) => ({
    ...{ entry_id: entryId(entry), line, account, fen, organisation_id: posting.organisationId },
    ...{ member_id: posting.memberId, bill_id: posting.billId },
  }))

/** @param ids of entries; their postings in order */
export async function postingsOf(strapi: Core.Strapi, ids: readonly string[]): Promise<Posting[]> {
  const rows: StoredPosting[] = await strapi.db.transaction(({ trx }) =>
    trx(POSTINGS).whereIn('entry_id', ids).orderBy(['entry_id', 'line']),
  )
  return rows.map(read)
}

export type Balance = { account: LedgerAccount; organisationId: string; fen: number }

/** Sums by account and organisation, of what lies below these paths, until the end of a day. */
export async function balances(
  strapi: Core.Strapi,
  paths: readonly string[],
  until: string | null = null,
): Promise<Balance[]> {
  const rows: { account: LedgerAccount; organisation_id: string; fen: number | string }[] = await strapi.db.transaction(
    ({ trx }) => {
      const query = belowPaths(
        trx(POSTINGS).join('organisations', 'organisations.id', `${POSTINGS}.organisation_id`),
        'organisations.path',
        paths,
      )
      if (until) query.join(ENTRIES, `${ENTRIES}.id`, `${POSTINGS}.entry_id`).where(`${ENTRIES}.on`, '<=', until)
      return query
        .groupBy('account', `${POSTINGS}.organisation_id`)
        .select('account', `${POSTINGS}.organisation_id`)
        .sum({ fen: `${POSTINGS}.fen` })
    },
  )
  return rows.map((row) => ({ account: row.account, organisationId: row.organisation_id, fen: Number(row.fen) }))
}

export type Sums = { dueFen: number; paidFen: number }

/** What bills come to: due by bills and corrections, paid by payments less what went back. */
export async function sumsOfBills(
  strapi: Core.Strapi,
  only: (bills: Knex.QueryBuilder) => void,
): Promise<Map<string, Sums>> {
  const rows: { bill_id: string; cause: Cause; fen: number | string }[] = await strapi.db.transaction(({ trx }) =>
    trx(POSTINGS)
      .join(ENTRIES, `${ENTRIES}.id`, `${POSTINGS}.entry_id`)
      .where('account', 'owed')
      .whereIn('bill_id', (bills: Knex.QueryBuilder) => only(bills.select('id').from('dues_bills')))
      .groupBy('bill_id', 'cause')
      .select('bill_id', 'cause')
      .sum({ fen: `${POSTINGS}.fen` }),
  )
  const sums = new Map<string, Sums>()
  for (const { bill_id, cause, fen } of rows) {
    const sum = sums.get(bill_id) ?? { dueFen: 0, paidFen: 0 }
    const isPaying = cause === 'payment' || cause === 'refund'
    sums.set(
      bill_id,
      isPaying ? { ...sum, paidFen: sum.paidFen - Number(fen) } : { ...sum, dueFen: sum.dueFen + Number(fen) },
    )
  }
  return sums
}
