import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

export async function ensureReviewTables(strapi: Core.Strapi) {
  // append-only; whoever acts on a piece takes its next step, and of two at once the index lets one through
  await ensureTable(strapi, 'review_acts', (table) => {
    table.increments('id')
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    table.integer('step').notNullable()
    table.string('act', 20).notNullable()
    table.integer('level')
    table.string('fingerprint', 64).notNullable()
    table.integer('actor_id')
    table.string('actor_name', 255).notNullable()
    table.string('actor_role', 255).notNullable()
    table.text('note').notNullable()
    table.text('marks').notNullable()
    table.bigInteger('at_ms').notNullable()
    table.unique(['kind', 'document_id', 'step'], { indexName: 'review_acts_step_unique' })
  })
  // what the lists show of each piece: follows from its acts, written in their transaction
  await ensureTable(strapi, 'review_work', (table) => {
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    table.string('status', 20).notNullable()
    table.string('title', 255)
    table.string('column_document_id', 40)
    table.integer('submitter_id').index('review_work_submitter_idx')
    table.string('submitter_name', 255)
    table.text('approver_ids').notNullable()
    table.text('author_ids').notNullable()
    table.boolean('is_urgent').notNullable()
    table.bigInteger('at_ms').notNullable()
    table.primary(['kind', 'document_id'])
    table.index(['status', 'at_ms'], 'review_work_status_idx')
  })
  await ensureTable(strapi, 'review_authors', (table) => {
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    table.integer('user_id').notNullable()
    table.bigInteger('edited_at_ms').notNullable()
    table.primary(['kind', 'document_id', 'user_id'])
  })
}
