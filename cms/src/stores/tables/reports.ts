import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

/** What readers say is wrong on pages. `kind` and `document_id`: what stood at the address then. */
export async function ensureReportTable(strapi: Core.Strapi) {
  await ensureTable(strapi, 'page_reports', (table) => {
    table.increments('id')
    table.bigInteger('at_ms').notNullable()
    table.string('address', 300).notNullable()
    table.string('title', 300).notNullable()
    table.string('kind', 40)
    table.string('document_id', 40)
    table.text('problem').notNullable()
    table.text('quote').notNullable()
    table.string('contact', 100).notNullable()
    table.string('state', 10).notNullable()
    table.text('note').notNullable()
    table.bigInteger('done_at_ms')
    table.string('done_by', 200)
    table.index(['state', 'at_ms'], 'page_reports_state_idx')
  })
}
