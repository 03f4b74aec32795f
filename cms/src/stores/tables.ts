import type { Core } from '@strapi/types'
import { slugKinds, uidOf } from '../domain/content/kinds'

/** Strapi's `unique` has no index behind it and two creates at once pass it: these indexes decide. */
async function ensureSlugIndexes(strapi: Core.Strapi) {
  const knex = strapi.db.connection
  for (const kind of slugKinds) {
    const { collectionName } = strapi.contentType(uidOf(kind))
    for (const [state, condition] of [
      ['draft', 'published_at IS NULL'],
      ['public', 'published_at IS NOT NULL'],
    ]) {
      await knex.raw(`CREATE UNIQUE INDEX IF NOT EXISTS ?? ON ?? (slug) WHERE slug IS NOT NULL AND ${condition}`, [
        `${collectionName}_slug_${state}_unique`,
        collectionName,
      ])
    }
  }
}

async function ensureTable(
  strapi: Core.Strapi,
  name: string,
  build: Parameters<Core.Strapi['db']['connection']['schema']['createTable']>[1],
) {
  const { schema } = strapi.db.connection
  if (!(await schema.hasTable(name))) await schema.createTable(name, build)
}

/** Tables of installations from before get what has been added since. */
async function ensureColumns(strapi: Core.Strapi, table: string, columns: Record<string, 'text' | 'string'>) {
  const knex = strapi.db.connection
  for (const [column, type] of Object.entries(columns)) {
    if (await knex.schema.hasColumn(table, column)) continue
    await knex.schema.alterTable(table, (altered) => {
      altered[type](column)
    })
  }
}

async function ensurePublicationTables(strapi: Core.Strapi) {
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

async function ensurePictureTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'pictures', (table) => {
    table.string('hash', 64).primary()
    table.string('extension', 10).notNullable()
    table.integer('width').notNullable()
    table.integer('height').notNullable()
    table.boolean('is_moving').notNullable()
    table.bigInteger('claimed_at_ms').notNullable()
    table.integer('avif_attempts').notNullable()
    table.bigInteger('avif_at_ms')
  })
  await ensureTable(strapi, 'picture_renditions', (table) => {
    table.string('hash', 64).notNullable()
    table.string('format', 10).notNullable()
    table.integer('width').notNullable()
    table.integer('height').notNullable()
    table.bigInteger('bytes').notNullable()
    table.primary(['hash', 'format', 'width'])
  })
  await ensureTable(strapi, 'uploads_in_text', (table) => {
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    table.string('url', 300).notNullable().index('uploads_in_text_url_idx')
    table.primary(['kind', 'document_id', 'url'])
  })
  await ensureTable(strapi, 'unlogged_file_changes', (table) => {
    table.integer('file_id').primary()
  })
}

/** Our own tables and indexes; safe at every start. */
export async function ensureTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'counters', (table) => {
    table.string('name', 100).primary()
    table.bigInteger('value').notNullable()
  })
  await ensurePublicationTables(strapi)
  await ensureTable(strapi, 'former_addresses', (table) => {
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    // an empty string for "in no column": NULLs are never equal in a primary key
    table.string('column_document_id', 40).notNullable()
    table.string('slug', 255).notNullable()
    table.bigInteger('left_at_ms').notNullable()
    table.primary(['kind', 'document_id', 'column_document_id', 'slug'])
  })
  await ensurePictureTables(strapi)
  await ensureSlugIndexes(strapi)
}
