import type { Core } from '@strapi/types'
import { slugKinds, uidOf } from '../../domain/content/kinds'
import { ensureTable } from './ensure'

export async function ensureFormerAddresses(strapi: Core.Strapi) {
  await ensureTable(strapi, 'former_addresses', (table) => {
    table.string('kind', 40).notNullable()
    table.string('document_id', 40).notNullable()
    // an empty string for "in no column": NULLs are never equal in a primary key
    table.string('column_document_id', 40).notNullable()
    table.string('slug', 255).notNullable()
    table.bigInteger('left_at_ms').notNullable()
    table.primary(['kind', 'document_id', 'column_document_id', 'slug'])
  })
}

/** Strapi's `unique` has no index behind it and two creates at once pass it: these indexes decide. */
export async function ensureSlugIndexes(strapi: Core.Strapi) {
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
