import type { Core } from '@strapi/types'

/**
 * The next number of a named counter, starting at 1. The row stays locked until the surrounding transaction ends,
 * so that numbers become visible in order and without gaps.
 */
export async function nextNumber(strapi: Core.Strapi, name: string): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    const rows: { value: number | string }[] = await trx('counters')
      .insert({ name, value: 1 })
      .onConflict('name')
      .merge({ value: strapi.db.connection.raw('?? + 1', ['counters.value']) })
      .returning('value')
    return Number(rows[0].value)
  })
}
