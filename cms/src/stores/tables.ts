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

/** Our own tables and indexes; safe at every start. */
export async function ensureTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'counters', (table) => {
    table.string('name', 100).primary()
    table.bigInteger('value').notNullable()
  })
  await ensureTable(strapi, 'publication_changes', (table) => {
    table.bigInteger('sequence').primary()
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    table.string('event', 20).notNullable()
    table.bigInteger('at_ms').notNullable()
    table.bigInteger('live_at_ms')
    table.integer('render_ms')
    table.integer('page_count')
    table.text('error')
    table.index(['kind', 'document_id'], 'publication_changes_document_idx')
  })
  await ensureSlugIndexes(strapi)
}
