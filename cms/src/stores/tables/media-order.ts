import type { Core } from '@strapi/types'
import { ensureTable } from './ensure'

/** `owner`: `column:<documentId>` or `kind:<kind>`; `name`: as the folder was named last by us. */
export async function ensureMediaOrderTables(strapi: Core.Strapi) {
  await ensureTable(strapi, 'column_folders', (table) => {
    table.string('owner', 80).primary()
    table.integer('folder_id').notNullable()
    table.string('name', 255).notNullable()
  })
}
