/** Pictures by the hash of their content, and the smaller versions made of them. Two files of one content share them. */
import type { Core } from '@strapi/types'
import type { RenditionFormat } from '../domain/media/picture-sizes'

export type Rendition = { hash: string; format: RenditionFormat; width: number; height: number; bytes: number }
/** `extension` is that of the original; what moves has no smaller versions */
export type Picture = { hash: string; extension: string; width: number; height: number; isMoving: boolean }

const PICTURES = 'pictures'
const RENDITIONS = 'picture_renditions'

/** The row is the claim: while it is fresh, nothing of this picture is collected. */
export async function claimPicture(strapi: Core.Strapi, picture: Picture, now: Date) {
  const { isMoving, ...stored } = picture
  const row = { ...stored, is_moving: isMoving, avif_attempts: 0, claimed_at_ms: now.getTime() }
  await strapi.db.transaction(({ trx }) =>
    trx(PICTURES).insert(row).onConflict('hash').merge({ claimed_at_ms: row.claimed_at_ms }),
  )
}

/** Call when a file lets go of its picture: what is not used any more stays for the time of grace. */
export async function touchPicture(strapi: Core.Strapi, hash: string, now: Date) {
  await strapi.db.transaction(({ trx }) => trx(PICTURES).where({ hash }).update({ claimed_at_ms: now.getTime() }))
}

export async function addRenditions(strapi: Core.Strapi, renditions: Rendition[]) {
  if (renditions.length === 0) return
  await strapi.db.transaction(({ trx }) =>
    trx(RENDITIONS).insert(renditions).onConflict(['hash', 'format', 'width']).merge(),
  )
}

/** By hash, AVIF before WebP, each from narrow to wide. */
export async function renditionsOf(strapi: Core.Strapi, hashes: readonly string[]): Promise<Map<string, Rendition[]>> {
  const found = new Map<string, Rendition[]>()
  if (hashes.length === 0) return found
  const query = strapi.db
    .connection(RENDITIONS)
    .whereIn('hash', [...new Set(hashes)])
    .orderBy(['format', 'width'])
  // SQLite has one connection: within a transaction it is the transaction's
  const rows: Rendition[] = strapi.db.inTransaction()
    ? await strapi.db.transaction(({ trx }) => query.transacting(trx))
    : await query
  for (const { hash, format, ...numbers } of rows) {
    const [width, height, bytes] = [numbers.width, numbers.height, numbers.bytes].map(Number)
    found.set(hash, [...(found.get(hash) ?? []), { hash, format, width, height, bytes }])
  }
  return found
}
