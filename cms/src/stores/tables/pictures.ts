import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

export async function ensurePictureTables(strapi: Core.Strapi) {
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
