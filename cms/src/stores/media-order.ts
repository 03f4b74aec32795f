/** What is out of order in the media library: pictures without alternative text, files of one content. */
import type { Core } from '@strapi/types'

const FILE = 'plugin::upload.file'
const NO_ALT = { mime: { $startsWith: 'image/' }, $or: [{ alternativeText: null }, { alternativeText: '' }] }

export type StoredFile = {
  id: number
  name: string
  url: string
  mime: string
  size: number | string
  alternativeText: string | null
  contentHash: string | null
  createdAt: string
  folder: { id: number; name: string } | null
  createdBy: { id: number } | null
}
export type Page = { files: StoredFile[]; total: number }

export async function picturesWithoutAlternative(strapi: Core.Strapi, offset: number, limit: number): Promise<Page> {
  const query = strapi.db.query(FILE)
  const [files, total] = await Promise.all([
    query.findMany({ where: NO_ALT, populate: ['folder', 'createdBy'], orderBy: { id: 'desc' }, offset, limit }),
    query.count({ where: NO_ALT }),
  ])
  return { files: files as StoredFile[], total }
}

/** Files that share their content with another, those of one content beside each other. */
export async function filesOfSameContent(strapi: Core.Strapi, limit: number): Promise<Page> {
  const groups: { content_hash: string }[] = await strapi.db
    .connection('files')
    .select('content_hash')
    .whereNotNull('content_hash')
    .where('content_hash', '<>', '')
    .groupBy('content_hash')
    .havingRaw('COUNT(*) > 1')
    .orderBy('content_hash')
  const where = { contentHash: { $in: groups.slice(0, limit).map(({ content_hash }) => content_hash) } }
  const files =
    groups.length === 0
      ? []
      : await strapi.db
          .query(FILE)
          .findMany({ where, populate: ['folder', 'createdBy'], orderBy: ['contentHash', 'id'] })
  return { files: files as StoredFile[], total: groups.length }
}

export async function filesNamed(strapi: Core.Strapi, text: string, limit: number): Promise<Page> {
  const where = { $or: [{ name: { $containsi: text } }, { alternativeText: { $containsi: text } }, { url: text }] }
  const query = strapi.db.query(FILE)
  const [files, total] = await Promise.all([
    query.findMany({ where, populate: ['folder', 'createdBy'], orderBy: { id: 'desc' }, limit }),
    query.count({ where }),
  ])
  return { files: files as StoredFile[], total }
}
