import type { Core } from '@strapi/types'
import { ensureAccountTables } from './accounts'
import { ensureFormerAddresses, ensureSlugIndexes } from './addresses'
import { ensureAuditTables } from './audit'
import { ensureCheckTables } from './checks'
import { ensureDuesTables } from './dues'
import { ensureTable } from './ensure'
import { ensureMediaOrderTables } from './media-order'
import { ensureMemberTables } from './members'
import { ensureNoticeTables } from './notices'
import { ensurePictureTables } from './pictures'
import { ensurePublicationTables } from './publication'
import { ensureReadingTables } from './readings'
import { ensureReportTable } from './reports'
import { ensureReviewTables } from './review'
import { ensureScheduleTable } from './schedules'
import { ensureVersionTables } from './versions'

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
  await ensureReadingTables(strapi)
  await ensureReportTable(strapi)
  await ensureReviewTables(strapi)
  await ensureVersionTables(strapi)
  await ensureAuditTables(strapi)
  await ensureCheckTables(strapi)
  await ensureScheduleTable(strapi)
  await ensureMediaOrderTables(strapi)
  await ensureMemberTables(strapi)
  await ensureDuesTables(strapi)
  await ensureSlugIndexes(strapi)
  await ensureAccountTables(strapi)
}
