/** Makes what is missing and leaves alone what is there. */
import type { Core } from '@strapi/types'

export async function ensureTable(
  strapi: Core.Strapi,
  name: string,
  build: Parameters<Core.Strapi['db']['connection']['schema']['createTable']>[1],
) {
  const { schema } = strapi.db.connection
  if (!(await schema.hasTable(name))) await schema.createTable(name, build)
}

/** Tables of installations from before get what has been added since. */
export async function ensureColumns(strapi: Core.Strapi, table: string, columns: Record<string, 'text' | 'string'>) {
  const knex = strapi.db.connection
  for (const [column, type] of Object.entries(columns)) {
    if (await knex.schema.hasColumn(table, column)) continue
    await knex.schema.alterTable(table, (altered) => {
      altered[type](column)
    })
  }
}
