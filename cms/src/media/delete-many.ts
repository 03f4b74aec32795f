/** Deletes of several files, and of folders with all that is in them: asked about as a whole, before the first is gone. */
import type { Core } from '@strapi/types'
import { refuseInUse } from './refuse-in-use'

type DeleteByIds = (ids?: number[]) => Promise<unknown>
type Service = Record<string, unknown> & { deleteByIds: DeleteByIds }
type File = { id: number; url: string }

const files = (strapi: Core.Strapi, where: object): Promise<File[]> =>
  strapi.db.query('plugin::upload.file').findMany({ select: ['id', 'url'], where })

export const guardFiles = (strapi: Core.Strapi, own: Service): Service => ({
  ...own,
  deleteByIds: async (ids = []) => {
    await refuseInUse(strapi, await files(strapi, { id: { $in: ids } }))
    return own.deleteByIds(ids)
  },
})

export const guardFolders = (strapi: Core.Strapi, own: Service): Service => ({
  ...own,
  deleteByIds: async (ids = []) => {
    const folders = await strapi.db.query('plugin::upload.folder').findMany({ where: { id: { $in: ids } } })
    const $or = folders.flatMap(({ path }) => [
      { folderPath: { $eq: path } },
      { folderPath: { $startsWith: `${path}/` } },
    ])
    if ($or.length > 0) await refuseInUse(strapi, await files(strapi, { $or }))
    return own.deleteByIds(ids)
  },
})
