/** What is planned, as the table has it: written, moved, read. Claims are in `schedule-claims.ts`. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import type { ScheduleAction, ScheduleState } from '../domain/schedule/schedule'
import type { WithdrawalReason } from '../domain/schedule/withdrawal'

export const SCHEDULES = 'schedules'

export type Planner = { id: number | null; name: string }
export type Schedule = {
  id: number
  kind: Kind
  documentId: string
  action: ScheduleAction
  dueAt: Date
  state: ScheduleState
  attempts: number
  nextTryAt: Date
  error: { code: string; text: string } | null
  withdrawnBecause: WithdrawalReason | null
  planner: Planner
  plannedAt: Date
  /** of the draft when it was planned */
  fingerprint: string | null
  doneAt: Date | null
}

export type StoredSchedule = {
  id: number
  kind: Kind
  document_id: string
  action: ScheduleAction
  due_at_ms: number | string
  state: ScheduleState
  attempts: number
  next_try_ms: number | string
  error_code: string | null
  error_text: string | null
  withdrawn_because: WithdrawalReason | null
  planned_by: number | null
  planned_by_name: string | null
  planned_at_ms: number | string
  fingerprint: string | null
  done_at_ms: number | string | null
}

const toDate = (ms: number | string) => new Date(Number(ms))

export const toSchedule = (row: StoredSchedule): Schedule => ({
  id: row.id,
  kind: row.kind,
  documentId: row.document_id,
  action: row.action,
  dueAt: toDate(row.due_at_ms),
  state: row.state,
  attempts: row.attempts,
  nextTryAt: toDate(row.next_try_ms),
  error: row.error_code === null ? null : { code: row.error_code, text: row.error_text ?? '' },
  withdrawnBecause: row.withdrawn_because,
  planner: { id: row.planned_by, name: row.planned_by_name ?? '' },
  plannedAt: toDate(row.planned_at_ms),
  fingerprint: row.fingerprint,
  doneAt: row.done_at_ms === null ? null : toDate(row.done_at_ms),
})

export type NewSchedule = Pick<
  Schedule,
  'kind' | 'documentId' | 'action' | 'dueAt' | 'planner' | 'plannedAt' | 'fingerprint'
>

/** Joins the transaction it is called in. A second open one of the same document and action is refused by an index. */
export async function addSchedule(strapi: Core.Strapi, schedule: NewSchedule): Promise<void> {
  const { kind, documentId, action, dueAt, planner, plannedAt, fingerprint } = schedule
  await strapi.db.transaction(async ({ trx }) => {
    await trx(SCHEDULES).insert({
      ...{ kind, document_id: documentId, action, due_at_ms: dueAt.getTime(), next_try_ms: dueAt.getTime() },
      ...{ state: 'planned', attempts: 0, planned_by: planner.id, planned_by_name: planner.name },
      ...{ planned_at_ms: plannedAt.getTime(), fingerprint },
    })
  })
}

/** The last of each action, whatever became of it. Joins the transaction it is called in. */
export async function lastSchedulesOf(strapi: Core.Strapi, kind: Kind, documentId: string) {
  const rows: StoredSchedule[] = await strapi.db.transaction(async ({ trx }) =>
    trx(SCHEDULES).where({ kind, document_id: documentId }).orderBy('id', 'desc'),
  )
  const last = (action: ScheduleAction) => {
    const row = rows.find((one) => one.action === action)
    return row ? toSchedule(row) : null
  }
  return { publish: last('publish'), unpublish: last('unpublish') }
}

export async function findSchedule(strapi: Core.Strapi, id: number): Promise<Schedule | null> {
  const row: StoredSchedule | undefined = await strapi.db.connection(SCHEDULES).where({ id }).first()
  return row ? toSchedule(row) : null
}

/** Due within the time, first to last: open, failed and done. */
export async function schedulesBetween(strapi: Core.Strapi, from: Date, to: Date, limit: number): Promise<Schedule[]> {
  const rows: StoredSchedule[] = await strapi.db
    .connection(SCHEDULES)
    .whereBetween('due_at_ms', [from.getTime(), to.getTime()])
    .whereIn('state', ['planned', 'running', 'failed', 'done'])
    .orderBy([{ column: 'due_at_ms' }, { column: 'id' }])
    .limit(limit)
  return rows.map(toSchedule)
}

/** What failed and waits for somebody, last first; then what comes next. */
export async function openSchedules(strapi: Core.Strapi, state: 'planned' | 'failed', limit: number) {
  const rows: StoredSchedule[] = await strapi.db
    .connection(SCHEDULES)
    .where({ state })
    .orderBy('due_at_ms', state === 'planned' ? 'asc' : 'desc')
    .limit(limit)
  return rows.map(toSchedule)
}
