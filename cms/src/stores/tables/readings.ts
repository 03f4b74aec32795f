import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

/** For installations from before there were totals; the empty address stands for all pages together. */
async function fillTotals(strapi: Core.Strapi) {
  const knex = strapi.db.connection
  if (await knex('page_reading_totals').first()) return
  await knex.raw(
    `INSERT INTO page_reading_totals (address, count)
     SELECT address, sum(count) FROM page_readings GROUP BY address
     UNION ALL SELECT '', sum(count) FROM page_readings HAVING count(*) > 0`,
  )
}

export async function ensureReadingTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'page_readings', (table) => {
    /** in Beijing */
    table.string('day', 10).notNullable()
    table.string('address', 300).notNullable()
    table.bigInteger('count').notNullable()
    table.primary(['day', 'address'])
  })
  await ensureTable(strapi, 'page_reading_totals', (table) => {
    table.string('address', 300).primary()
    table.bigInteger('count').notNullable()
  })
  await fillTotals(strapi)
  await ensureTable(strapi, 'reading_reports', (table) => {
    table.string('id', 40).primary()
    table.bigInteger('at_ms').notNullable()
  })
}
