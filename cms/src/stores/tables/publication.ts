import type { Core } from '@strapi/types'
import { ensureColumns, ensureTable } from './ensure'

export async function ensurePublicationTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'publication_changes', (table) => {
    table.bigInteger('sequence').primary()
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    table.string('event', 20).notNullable()
    table.bigInteger('at_ms').notNullable()
    table.bigInteger('live_at_ms')
    table.integer('render_ms')
    table.integer('page_count')
    table.index(['kind', 'document_id'], 'publication_changes_document_idx')
  })
  await ensureColumns(strapi, 'publication_changes', { pages: 'text', title: 'string', actor: 'string' })
  // each report asks for what waits: without this index it would read the whole log
  await strapi.db.connection.raw(
    'CREATE INDEX IF NOT EXISTS publication_changes_waiting_idx ON publication_changes (sequence) WHERE live_at_ms IS NULL',
  )
  await ensureTable(strapi, 'publication_failures', (table) => {
    table.increments('id')
    table.string('kind', 40)
    table.string('document_id', 40)
    table.text('address').notNullable()
    table.string('code', 40).notNullable()
    table.text('reason').notNullable()
    table.boolean('old_stands').notNullable()
    table.bigInteger('since_ms').notNullable()
    table.index(['kind', 'document_id'], 'publication_failures_document_idx')
  })
  await ensureTable(strapi, 'publication_engine', (table) => {
    table.integer('id').primary()
    table.bigInteger('sequence')
    table.bigInteger('live_at_ms')
    table.bigInteger('seen_at_ms')
    table.text('problem')
    table.text('health')
  })
}
