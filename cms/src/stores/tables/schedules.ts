import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

/**
 * The table is the schedule; timers are hints. `next_try_ms` is the due moment until a try has failed; `claimed_by` names
 * the one try that may finish the row, until `claimed_until_ms` nobody else takes it over.
 */
export async function ensureScheduleTable(strapi: Core.Strapi) {
  await ensureTable(strapi, 'schedules', (table) => {
    table.increments('id')
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    table.string('action', 10).notNullable()
    table.bigInteger('due_at_ms').notNullable()
    table.string('state', 10).notNullable()
    table.integer('attempts').notNullable()
    table.bigInteger('next_try_ms').notNullable()
    table.string('error_code', 40)
    table.text('error_text')
    table.string('withdrawn_because', 40)
    table.integer('planned_by')
    table.string('planned_by_name', 255)
    table.bigInteger('planned_at_ms').notNullable()
    table.string('fingerprint', 64)
    table.string('claimed_by', 60)
    table.bigInteger('claimed_until_ms')
    table.bigInteger('done_at_ms')
    table.index(['state', 'next_try_ms'], 'schedules_due_idx')
    table.index(['kind', 'document_id'], 'schedules_document_idx')
    table.index(['due_at_ms'], 'schedules_calendar_idx')
  })
  await strapi.db.connection.raw(
    `CREATE UNIQUE INDEX IF NOT EXISTS schedules_one_open ON schedules (kind, document_id, action)
     WHERE state IN ('planned', 'running')`,
  )
}
