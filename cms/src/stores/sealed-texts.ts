/** Every column that holds sealed texts: what is not listed here would become unreadable when the key is changed. */
import type { Core } from '@strapi/types'

export type SealedColumn = {
  table: string
  /** unique: of text, or a number from one on */
  key: string
  isNumbered?: true
  column: string
  /** the column that says whose it is: the purpose is made of it */
  owner: string
  purposeOf: (owner: string) => string
}

export const sealedColumns: readonly SealedColumn[] = [
  { table: 'members', key: 'id', column: 'identity_sealed', owner: 'id', purposeOf: (id) => `identity:${id}` },
  {
    ...{ table: 'member_second_factors', key: 'account_id', isNumbered: true, column: 'secret_sealed' },
    ...{ owner: 'account_id', purposeOf: (id) => `second-factor:${id}` },
  },
  { table: 'dues_bases', key: 'id', column: 'base_sealed', owner: 'member_id', purposeOf: (id) => `base:${id}` },
]

export type SealedText = { key: string; owner: string; sealed: string }

/** In the order of keys, after that one. */
export async function sealedAfter(
  strapi: Core.Strapi,
  { table, key, column, owner, isNumbered }: SealedColumn,
  after: string,
  limit: number,
): Promise<SealedText[]> {
  const rows: { key: string | number; owner: string | number; sealed: string }[] = await strapi.db.transaction(
    ({ trx }) =>
      trx(table)
        .where(key, '>', isNumbered ? Number(after) : after)
        .whereNotNull(column)
        .orderBy(key)
        .limit(limit)
        .select({ key, owner, sealed: column }),
  )
  return rows.map((row) => ({ key: String(row.key), owner: String(row.owner), sealed: row.sealed }))
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
