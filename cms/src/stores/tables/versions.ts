import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

/**
 * `content` tells apart what differs at all, `fingerprint` what a review would have to look at again; `updated_at_ms` is the
 * document's own time of that save, which a form knows.
 */
export async function ensureVersionTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'document_versions', (table) => {
    table.increments('id')
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    table.integer('number').notNullable()
    table.text('snapshot').notNullable()
    table.string('content', 64).notNullable()
    table.string('fingerprint', 64).notNullable()
    table.string('cause', 20).notNullable()
    table.integer('restored_from')
    table.integer('actor_id')
    table.string('actor', 255)
    table.bigInteger('at_ms').notNullable()
    table.bigInteger('updated_at_ms').notNullable()
    table.bigInteger('published_at_ms')
    table.string('published_by', 255)
    table.unique(['kind', 'document_id', 'number'], { indexName: 'document_versions_number_unique' })
  })
  // the nightly thinning asks for old ones that were never public
  await strapi.db.connection.raw(
    'CREATE INDEX IF NOT EXISTS document_versions_thinning_idx ON document_versions (at_ms) WHERE published_at_ms IS NULL',
  )
}
