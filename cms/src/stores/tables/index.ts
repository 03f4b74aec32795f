import type { Core } from '@strapi/types'
import { ensureFormerAddresses, ensureSlugIndexes } from './addresses'
import { ensureAuditTables } from './audit'
import { ensureTable } from './ensure'
import { ensureMediaOrderTables } from './media-order'
import { ensureNoticeTables } from './notices'
import { ensurePictureTables } from './pictures'
import { ensurePublicationTables } from './publication'

/** Our own tables and indexes; safe at every start. */
export async function ensureTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'counters', (table) => {
    table.string('name', 100).primary()
    table.bigInteger('value').notNullable()
  })
  await ensurePublicationTables(strapi)
  await ensureFormerAddresses(strapi)
  await ensurePictureTables(strapi)
  await ensureNoticeTables(strapi)
  await ensureAuditTables(strapi)
  await ensureMediaOrderTables(strapi)
  await ensureSlugIndexes(strapi)
}
