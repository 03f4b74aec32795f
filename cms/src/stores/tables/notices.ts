import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

/** `mail`: whether the notice still has to go out by mail (waiting), has gone (sent), or never will (none, failed). */
export async function ensureNoticeTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'desk_notices', (table) => {
    table.increments('id')
    table.integer('user_id').notNullable()
    table.string('topic', 40).notNullable()
    table.string('subject', 255).notNullable()
    table.text('text').notNullable()
    table.string('kind', 40)
    table.string('document_id', 40)
    table.bigInteger('at_ms').notNullable()
    table.bigInteger('read_at_ms')
    table.string('mail', 10).notNullable()
    table.integer('mail_attempts').notNullable()
    table.bigInteger('mail_due_at_ms')
    table.index(['user_id', 'read_at_ms'], 'desk_notices_user_idx')
    table.index(['mail', 'mail_due_at_ms'], 'desk_notices_mail_idx')
  })
}
