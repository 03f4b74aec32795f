import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

/** Links to elsewhere and how they fared; also the queue: due is what stands before now in `next_check_at_ms`. */
export async function ensureCheckTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'checked_links', (table) => {
    // addresses may be longer than an index takes
    table.string('hash', 64).primary()
    table.text('url').notNullable()
    table.string('state', 10).notNullable()
    table.integer('status')
    table.integer('failures').notNullable()
    table.bigInteger('last_failed_at_ms')
    table.bigInteger('checked_at_ms')
    table.bigInteger('next_check_at_ms').notNullable().index('checked_links_due_idx')
    table.bigInteger('seen_at_ms').notNullable()
  })
}
