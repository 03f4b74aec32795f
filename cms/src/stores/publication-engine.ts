/** What is known of the publisher as a whole: one row. */
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import { type EngineHealth, type EngineProblem, healthSchema, problemSchema } from '../domain/publication/live-report'

const ENGINE = 'publication_engine'
const ID = 1

export type Engine = {
  /** everything up to here has been taken */
  sequence: number
  liveAt: Date | null
  seenAt: Date | null
  problem: EngineProblem
  health: EngineHealth | null
}

type Stored = Record<'sequence' | 'live_at_ms' | 'seen_at_ms', number | string | null> &
  Record<'problem' | 'health', string | null>

const toDate = (ms: number | string | null | undefined) => (ms == null ? null : new Date(Number(ms)))
const parse = (text: string | null | undefined): unknown => (text == null ? null : JSON.parse(text))

const toEngine = (row: Stored | undefined): Engine => ({
  sequence: Number(row?.sequence ?? 0),
  liveAt: toDate(row?.live_at_ms),
  seenAt: toDate(row?.seen_at_ms),
  problem: problemSchema.catch(null).parse(parse(row?.problem)),
  health: healthSchema.nullable().catch(null).parse(parse(row?.health)),
})

const write = (trx: Knex.Transaction, columns: Partial<Stored>) =>
  trx(ENGINE)
    .insert({ id: ID, ...columns })
    .onConflict('id')
    .merge(columns)

export async function readEngine(strapi: Core.Strapi): Promise<Engine> {
  return toEngine(await strapi.db.connection(ENGINE).where({ id: ID }).first())
}

/** Until the transaction ends nobody else writes the row: reports are taken in one after the other. */
export async function lockEngine(trx: Knex.Transaction): Promise<Engine> {
  await trx(ENGINE).insert({ id: ID }).onConflict('id').ignore()
  return toEngine(await trx(ENGINE).where({ id: ID }).forUpdate().first())
}

export async function writeEngine(
  trx: Knex.Transaction,
  { sequence, liveAt, problem, health }: Omit<Engine, 'seenAt'>,
) {
  await write(trx, {
    sequence,
    live_at_ms: liveAt?.getTime() ?? null,
    problem: JSON.stringify(problem),
    health: JSON.stringify(health),
  })
}

export async function writeSeen(strapi: Core.Strapi, now: Date): Promise<void> {
  const columns = { seen_at_ms: now.getTime() }
  await strapi.db
    .connection(ENGINE)
    .insert({ id: ID, ...columns })
    .onConflict('id')
    .merge(columns)
}
