/** Who carries out what is due: one try at a time, of whichever instance, and none of them twice. */
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import type { WithdrawalReason } from '../domain/schedule/withdrawal'
import { SCHEDULES, type Schedule, type StoredSchedule, toSchedule } from './schedules'

/** After that a try counts as dead; one that is only slow finds its claim gone and changes nothing. */
const CLAIM_MS = 2000

export type Claim = Schedule & { token: string }

const due = (rows: Knex.QueryBuilder, nowMs: number) =>
  rows.where((row) =>
    row
      .where((planned) => planned.where({ state: 'planned' }).andWhere('next_try_ms', '<=', nowMs))
      .orWhere((dead) => dead.where({ state: 'running' }).andWhere('claimed_until_ms', '<=', nowMs)),
  )

/** Takes what has been due longest. @returns null when nothing is due */
export async function claimDue(strapi: Core.Strapi, now: Date): Promise<Claim | null> {
  const knex = strapi.db.connection
  const nowMs = now.getTime()
  for (;;) {
    const found: StoredSchedule | undefined = await due(knex(SCHEDULES), nowMs)
      .orderBy([{ column: 'due_at_ms' }, { column: 'id' }])
      .first()
    if (!found) return null
    const token = `${process.pid}-${randomUUID()}`
    const taken = await due(knex(SCHEDULES).where({ id: found.id }), nowMs).update({
      ...{ state: 'running', attempts: knex.raw('attempts + 1') },
      ...{ claimed_by: token, claimed_until_ms: nowMs + CLAIM_MS },
    })
    // another instance was quicker: on to the next
    if (taken === 1) return { ...toSchedule(found), state: 'running', attempts: found.attempts + 1, token }
  }
}

/** When there is something to do next: due, or left behind by a try that died. */
export async function nextDue(strapi: Core.Strapi): Promise<Date | null> {
  const knex = strapi.db.connection
  const rows: { planned: number | string | null; dead: number | string | null }[] = await knex.select(
    knex(SCHEDULES).where({ state: 'planned' }).min('next_try_ms').as('planned'),
    knex(SCHEDULES).where({ state: 'running' }).min('claimed_until_ms').as('dead'),
  )
  const moments = [rows[0]?.planned, rows[0]?.dead].flatMap((ms) => (ms == null ? [] : Number(ms)))
  return moments.length === 0 ? null : new Date(Math.min(...moments))
}

type Settlement =
  | { state: 'done'; done_at_ms: number }
  | { state: 'planned'; next_try_ms: number; error_code: string; error_text: string }
  | { state: 'failed'; error_code: string; error_text: string }
  | { state: 'withdrawn'; withdrawn_because: WithdrawalReason }

/**
 * Joins the transaction it is called in, and holds the row until its end: whoever would take it over or withdraw it waits.
 * @returns false when the claim was lost meanwhile
 */
export async function settleClaim(strapi: Core.Strapi, { id, token }: Claim, settlement: Settlement): Promise<boolean> {
  return strapi.db.transaction(async ({ trx }) => {
    const count = await trx(SCHEDULES)
      .where({ id, state: 'running', claimed_by: token })
      .update({ ...settlement, claimed_until_ms: null })
    return count === 1
  })
}

/** Whether a planned take-down of the same document has come due as well. Joins the transaction it is called in. */
export async function isTakeDownDue(strapi: Core.Strapi, { kind, documentId, dueAt }: Claim, now: Date) {
  const row: unknown = await strapi.db.transaction(async ({ trx }) =>
    trx(SCHEDULES)
      .where({ kind, document_id: documentId, action: 'unpublish' })
      .whereIn('state', ['planned', 'running'])
      .andWhere('due_at_ms', '>', dueAt.getTime())
      .andWhere('due_at_ms', '<=', now.getTime())
      .first('id'),
  )
  return row !== undefined
}
