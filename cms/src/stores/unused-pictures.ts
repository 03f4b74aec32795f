/** Pictures that no file names any more. */
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import { renditionName } from '../domain/media/picture-sizes'
import { renditionsOf } from './pictures'

export type Unused = { hash: string; extension: string }

const unusedSince = (trx: Knex, before: Date) =>
  trx('pictures')
    .where('claimed_at_ms', '<', before.getTime())
    .whereNotExists(trx('files').select(trx.raw('1')).whereRaw('?? = ??', ['files.content_hash', 'pictures.hash']))

export async function unusedPictures(strapi: Core.Strapi, before: Date): Promise<Unused[]> {
  return strapi.db.transaction(({ trx }) => unusedSince(trx, before).select('hash', 'extension'))
}

/**
 * Forgets a picture unless somebody claimed it meanwhile. `remove` gets the names of its versions and runs inside the
 * transaction: who uploads the same content at this moment waits, and makes them anew.
 */
export async function dropUnused(
  strapi: Core.Strapi,
  { hash }: Unused,
  before: Date,
  remove: (renditions: string[]) => Promise<void>,
): Promise<boolean> {
  return strapi.db.transaction(async ({ trx }) => {
    const names = ((await renditionsOf(strapi, [hash])).get(hash) ?? []).map(({ width, format }) =>
      renditionName(hash, width, format),
    )
    if ((await unusedSince(trx, before).where({ hash }).delete()) === 0) return false
    await trx('picture_renditions').where({ hash }).delete()
    await remove(names)
    return true
  })
}

/** Of these hashes, those that are known. */
export async function knownPictures(strapi: Core.Strapi, hashes: readonly string[]): Promise<Set<string>> {
  const rows: { hash: string }[] = await strapi.db
    .connection('pictures')
    .select('hash')
    .whereIn('hash', [...hashes])
  return new Set(rows.map(({ hash }) => hash))
}
