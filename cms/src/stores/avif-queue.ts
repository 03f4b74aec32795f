/** Which pictures still wait for AVIF: the database is the queue. */
import type { Core } from '@strapi/types'
import { addRenditions, type Picture, type Rendition } from './pictures'

const MAX_ATTEMPTS = 3

type Stored = { hash: string; extension: string; width: number; height: number; is_moving: boolean }

/** Takes the longest waiting picture and counts the attempt before it is made: one that kills its maker comes back twice. */
export async function takeNextForAvif(strapi: Core.Strapi): Promise<Picture | null> {
  return strapi.db.transaction(async ({ trx }) => {
    const row: Stored | undefined = await trx('pictures')
      .where({ is_moving: false })
      .whereNull('avif_at_ms')
      .where('avif_attempts', '<', MAX_ATTEMPTS)
      .whereExists(trx('files').select(trx.raw('1')).whereRaw('?? = ??', ['files.content_hash', 'pictures.hash']))
      .orderBy([{ column: 'avif_attempts' }, { column: 'claimed_at_ms' }])
      .first()
    if (!row) return null
    await trx('pictures').where({ hash: row.hash }).increment('avif_attempts', 1)
    const { hash, extension, width, height } = row
    return { hash, extension, width, height, isMoving: false }
  })
}

/** Must run inside the transaction that logs the change. */
export async function recordAvif(strapi: Core.Strapi, hash: string, renditions: Rendition[], now: Date) {
  await strapi.db.transaction(async ({ trx }) => {
    await addRenditions(strapi, renditions)
    await trx('pictures').where({ hash }).update({ avif_at_ms: now.getTime() })
  })
}
