/** Every column that holds sealed texts: what is not listed here would become unreadable when the key is changed. */
import type { Core } from '@strapi/types'

export type SealedColumn = {
  table: string
  /** of text, unique; the purpose is made of it */
  key: string
  column: string
  purposeOf: (key: string) => string
}

export const sealedColumns: readonly SealedColumn[] = [
  { table: 'members', key: 'id', column: 'identity_sealed', purposeOf: (id) => `identity:${id}` },
]

export type SealedText = { key: string; sealed: string }

/** In the order of keys, after that one. */
export async function sealedAfter(
  strapi: Core.Strapi,
  { table, key, column }: SealedColumn,
  after: string,
  limit: number,
): Promise<SealedText[]> {
  return strapi.db.transaction(({ trx }) =>
    trx(table).where(key, '>', after).whereNotNull(column).orderBy(key).limit(limit).select({ key, sealed: column }),
  )
}

/** Joins the transaction it is called in. A text that somebody has changed meanwhile stays as it is. */
export async function replaceSealed(
  strapi: Core.Strapi,
  { table, key: keyColumn, column }: SealedColumn,
  { key, sealed }: SealedText,
  anew: string,
) {
  await strapi.db.transaction(({ trx }) =>
    trx(table)
      .where({ [keyColumn]: key, [column]: sealed })
      .update({ [column]: anew }),
  )
}
