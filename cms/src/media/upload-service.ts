/**
 * Strapi's upload service with our rules around it: what it is given has been checked and cleaned before, and what it
 * changes is logged. Desk, API, seed and imports all arrive here.
 */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import { touchPicture } from '../stores/pictures'
import { markUnlogged } from '../stores/unlogged-file-changes'
import { usesOfFiles } from '../stores/uses-of-files'
import { type AdmittedFile, admitFile, type IncomingFile } from './admit-file'
import { type UploadData, withFolder } from './folder-of-upload'
import { inWorkFolder } from './folders'
import { keepPicture } from './keep-picture'
import { logReplacement, logUses } from './log-uses'
import { refuseInUse } from './refuse-in-use'
import { keepHashes, tellExisting } from './same-content'

export type FileRow = Record<string, unknown> & { id: number; url: string; ext: string | null; contentHash?: string }
type Given<Files> = { data: UploadData } & Files

export type UploadService = {
  upload: (given: Given<{ files: IncomingFile | IncomingFile[] }>, options?: unknown) => Promise<FileRow[]>
  replace: (id: number, given: Given<{ file: IncomingFile }>, options?: unknown) => Promise<FileRow>
  updateFileInfo: (id: number, info: Record<string, unknown>, options?: unknown) => Promise<FileRow>
  remove: (file: FileRow) => Promise<FileRow>
  findOne: (id: number) => Promise<FileRow | null>
}

/** Whatever is refused, is refused before the first file is stored. */
async function keepPictures(strapi: Core.Strapi, admitted: AdmittedFile[], folder: string) {
  for (const { picture } of admitted) if (picture) await keepPicture(strapi, picture, folder)
}

const letGo = async (strapi: Core.Strapi, { contentHash }: FileRow) =>
  contentHash && touchPicture(strapi, contentHash, new Date())

/** What readers see of a file beside its bytes. */
const shown = ({ name, alternativeText, caption, focalPoint }: FileRow) =>
  JSON.stringify([name, alternativeText, caption, focalPoint])

const uploading =
  (strapi: Core.Strapi, own: UploadService): UploadService['upload'] =>
  ({ data, files }, options) =>
    inWorkFolder(async (folder) => {
      const admitted: AdmittedFile[] = []
      for (const file of [files].flat()) admitted.push(await admitFile(file, folder))
      await keepPictures(strapi, admitted, folder)
      await tellExisting(strapi, admitted)
      const made = await own.upload({ data: await withFolder(strapi, data), files: admitted }, options)
      return keepHashes(strapi, made, admitted)
    })

const replacing =
  (strapi: Core.Strapi, own: UploadService): UploadService['replace'] =>
  (id, { data, file }, options) =>
    inWorkFolder(async (folder) => {
      const replaced = await own.findOne(id)
      if (!replaced) throw new errors.NotFoundError()
      const admitted = await admitFile(file, folder, replaced.ext ?? '')
      await keepPictures(strapi, [admitted], folder)
      await markUnlogged(strapi, replaced.id)
      try {
        const [made] = await keepHashes(strapi, [await own.replace(id, { data, file: admitted }, options)], [admitted])
        return made
      } finally {
        await logReplacement(strapi, replaced.id)
        await letGo(strapi, replaced)
      }
    })

export const withOurRules = (strapi: Core.Strapi, own: UploadService): UploadService => ({
  ...own,
  upload: uploading(strapi, own),
  replace: replacing(strapi, own),
  updateFileInfo: async (id, info, options) =>
    strapi.db.transaction(async () => {
      const before = await own.findOne(id)
      const after = await own.updateFileInfo(id, info, options)
      if (before && shown(before) !== shown(after)) await logUses(strapi, await usesOfFiles(strapi, [after]))
      return after
    }),
  remove: async (file) =>
    strapi.db.transaction(async () => {
      await refuseInUse(strapi, [file])
      const uses = await usesOfFiles(strapi, [file])
      const removed = await own.remove(file)
      await logUses(strapi, uses)
      await letGo(strapi, file)
      return removed
    }),
})
