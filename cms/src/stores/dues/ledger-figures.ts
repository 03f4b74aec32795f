/** What the daily check of the ledger looks at, counted by the database in one state of it. */
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import type { LedgerFigures, LedgerProblem } from '../../domain/ledger/check'

const MOST_NAMED = 100

type Row = { id: string }
const idsOf = async (rows: Promise<Row[]> | Knex.QueryBuilder): Promise<string[]> =>
  ((await rows) as Row[]).map(({ id }) => id)

const entrySums = (trx: Knex) => trx('ledger_postings').select('entry_id').sum({ fen: 'fen' }).groupBy('entry_id')
/** what an entry says that a bill, or a payment, comes to: its positive side */
const positiveSums = (trx: Knex) =>
  trx('ledger_postings').where('fen', '>', 0).select('entry_id').sum({ fen: 'fen' }).groupBy('entry_id')

export async function ledgerFigures(strapi: Core.Strapi): Promise<LedgerFigures> {
  return await strapi.db.transaction(async ({ trx }) => {
    const named = (query: Knex.QueryBuilder) => idsOf(query.limit(MOST_NAMED))
    const differing = (table: string, cause: string, amount: string, counts: (query: Knex.QueryBuilder) => void) => {
      const query = trx({ cause: table })
        .leftJoin({ entry: positiveSums(trx) }, 'entry.entry_id', trx.raw(`'${cause}:' || cause.id`))
        .where((wrong: Knex.QueryBuilder) => wrong.whereNull('entry.fen').orWhereRaw('entry.fen <> ??', [amount]))
        .select({ id: 'cause.id' })
      counts(query)
      return named(query)
    }
    const withoutCause = (cause: string, table: string, state: string | null) =>
      named(
        trx('ledger_entries')
          .leftJoin({ cause: table }, trx.raw(`'${cause}:' || cause.id`), 'ledger_entries.id')
          .where('ledger_entries.cause', cause)
          .where((wrong: Knex.QueryBuilder) => {
            wrong.whereNull('cause.id')
            if (state) wrong.orWhereNot('cause.state', state)
          })
          .select({ id: 'ledger_entries.id' }),
      )
    const [sum] = await trx('ledger_postings').sum({ fen: 'fen' })
    return {
      sumFen: Number(sum?.fen ?? 0),
      unbalanced: await named(
        trx('ledger_entries')
          .leftJoin({ sums: entrySums(trx) }, 'sums.entry_id', 'ledger_entries.id')
          .where((wrong: Knex.QueryBuilder) => wrong.whereNull('sums.fen').orWhereNot('sums.fen', 0))
          .select({ id: 'ledger_entries.id' }),
      ),
      bills: [
        ...(await differing('dues_bills', 'bill', 'cause.due_fen', (query) => query.where('cause.due_fen', '>', 0))),
        ...(await withoutCause('bill', 'dues_bills', null)),
      ],
      payments: [
        ...(await differing('dues_payments', 'payment', 'cause.fen', (query) => query.where('cause.state', 'settled'))),
        ...(await withoutCause('payment', 'dues_payments', 'settled')),
      ],
      requests: [
        ...(await differing('dues_requests', 'refund', 'cause.fen', (query) =>
          query.where({ 'cause.state': 'approved', 'cause.kind': 'refund' }),
        )),
        ...(await withoutCause('refund', 'dues_requests', 'approved')),
        ...(await withoutCause('correction', 'dues_requests', 'approved')),
      ],
      belowNothing: await named(
        trx('ledger_postings')
          .join('ledger_entries', 'ledger_entries.id', 'ledger_postings.entry_id')
          .where('account', 'owed')
          .whereIn('cause', ['payment', 'refund'])
          .groupBy('bill_id')
          .havingRaw('sum(fen) > 0')
          .select({ id: 'bill_id' }),
      ),
    }
  })
}

export async function countEntries(strapi: Core.Strapi): Promise<number> {
  const [counted] = await strapi.db.connection('ledger_entries').count({ count: '*' })
  return Number(counted?.count ?? 0)
}

export async function keepCheck(strapi: Core.Strapi, entries: number, problems: readonly LedgerProblem[], at: Date) {
  await strapi.db
    .connection('ledger_checks')
    .insert({ at_ms: at.getTime(), entries, problems: JSON.stringify(problems) })
}

export type KeptCheck = { at: Date; entries: number; problems: LedgerProblem[] }

export async function lastCheck(strapi: Core.Strapi): Promise<KeptCheck | null> {
  const row: { at_ms: number | string; entries: number; problems: string } | undefined = await strapi.db
    .connection('ledger_checks')
    .orderBy('id', 'desc')
    .first()
  return row
    ? { at: new Date(Number(row.at_ms)), entries: row.entries, problems: JSON.parse(row.problems) as LedgerProblem[] }
    : null
}
