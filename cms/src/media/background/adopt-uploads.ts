/** Pictures from before there were smaller versions: each takes the place of itself, and comes in like a new one. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '@strapi/types'
import { pictureMimes } from '../../domain/media/file-types'
import { uploadsDir } from '../folders'
import type { FileRow, UploadService } from '../upload-service'

/** What stands for the hash of a picture that cannot be taken in; it stays as it is. */
const NOT_ADOPTED = ''

const files = (strapi: Core.Strapi) => strapi.db.query('plugin::upload.file')

const nextToAdopt = (strapi: Core.Strapi): Promise<FileRow | null> =>
  files(strapi).findOne({
    where: { contentHash: null, provider: 'local', mime: { $in: [...pictureMimes] } },
    populate: { folder: { select: ['id'] } },
  })

async function adopt(strapi: Core.Strapi, row: FileRow) {
  const service = strapi.plugin('upload').service('upload') as UploadService
  const { name, alternativeText, caption, focalPoint, ext } = row
  const folder = (row.folder as { id: number } | null)?.id
  const filepath = path.join(uploadsDir(), path.basename(row.url))
  const { size } = await fs.stat(filepath)
  await service.replace(row.id, {
    data: { fileInfo: { name, alternativeText, caption, focalPoint, folder } },
    file: { filepath, originalFilename: `${path.parse(String(name)).name}${ext}`, mimetype: null, size },
  })
}

/** One after another, resting as long as it worked: a large library is taken in over hours, and nobody notices. */
export async function adoptUploads(strapi: Core.Strapi, signal: AbortSignal) {
  for (;;) {
    const row = signal.aborted ? null : await nextToAdopt(strapi)
    if (!row) return
    const started = performance.now()
    try {
      await adopt(strapi, row)
    } catch (error) {
      strapi.log.warn(`Picture ${row.url} stays as it is: ${(error as Error).message}`)
      await files(strapi).update({ where: { id: row.id }, data: { contentHash: NOT_ADOPTED } })
    }
    await sleep(performance.now() - started, null, { signal }).catch(() => undefined)
  }
}
