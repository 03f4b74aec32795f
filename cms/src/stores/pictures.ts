/** Pictures by the hash of their content, and the smaller versions made of them. Two files of one content share them. */
import type { Core } from '@strapi/types'
import type { RenditionFormat } from '../domain/media/picture-sizes'

export type Rendition = { hash: string; format: RenditionFormat; width: number; height: number; bytes: number }
export type Picture = { hash: string; extension: string; width: number; height: number; isMoving: boolean }

const PICTURES = 'pictures'
const RENDITIONS = 'picture_renditions'

type StoredRendition = Rendition & { bytes: number | string }

const toRendition = ({ hash, format, width, height, bytes }: StoredRendition): Rendition => ({
  hash,
  format,
  width: Number(width),
  height: Number(height),
  bytes: Number(bytes),
})

/** The row is the claim: while it is fresh, nothing of this picture is collected. */
export async function claimPicture(strapi: Core.Strapi, picture: Picture, now: Date) {
  const { hash, extension, width, height, isMoving } = picture
  const row = { hash, extension, width, height, is_moving: isMoving, avif_attempts: 0, claimed_at_ms: now.getTime() }
  await strapi.db.transaction(({ trx }) =>
    trx(PICTURES).insert(row).onConflict('hash').merge({ claimed_at_ms: row.claimed_at_ms }),
  )
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
  const rows: StoredRendition[] = await strapi.db
    .connection(RENDITIONS)
    .whereIn('hash', [...new Set(hashes)])
    .orderBy(['format', 'width'])
  for (const row of rows) found.set(row.hash, [...(found.get(row.hash) ?? []), toRendition(row)])
  return found
}
