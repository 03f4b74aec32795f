import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

export async function ensureReadingTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'page_readings', (table) => {
    /** in Beijing */
    table.string('day', 10).notNullable()
    table.string('address', 300).notNullable()
    table.bigInteger('count').notNullable()
    table.primary(['day', 'address'])
  })
  await ensureTable(strapi, 'reading_reports', (table) => {
    table.string('id', 40).primary()
    table.bigInteger('at_ms').notNullable()
  })
}
