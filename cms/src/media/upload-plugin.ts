/**
 * The media library with our rules: Strapi's own upload service does the storing; what it is given has been checked and
 * cleaned before. Desk, API, seed and imports all arrive at this service.
 */
import path from 'node:path'
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import { pictureMimes } from '../domain/media/file-types'
import { type AdmittedFile, admitFile, type IncomingFile } from './admit-file'
import { inWorkFolder } from './folders'
import { keepPicture } from './keep-picture'

type FileRow = { id: number; ext: string | null }
type Given<Files> = { data: Record<string, unknown> } & Files
export type UploadService = {
  upload: (given: Given<{ files: IncomingFile | IncomingFile[] }>, options?: unknown) => Promise<FileRow[]>
  replace: (id: number, given: Given<{ file: IncomingFile }>, options?: unknown) => Promise<FileRow>
  findOne: (id: number) => Promise<FileRow | null>
}
type StoredPicture = { mime: string; filepath: string }
type Plugin = {
  services: Record<string, unknown> & { upload: (context: { strapi: Core.Strapi }) => UploadService }
  contentTypes: Record<string, { schema: { attributes: Record<string, unknown>; indexes: unknown[] } }>
}

/** Whatever is refused, is refused before the first file is stored. */
async function keepPictures(strapi: Core.Strapi, admitted: AdmittedFile[], folder: string) {
  for (const { picture } of admitted) if (picture) await keepPicture(strapi, picture, folder)
}

const withOurRules = (strapi: Core.Strapi, own: UploadService): UploadService => ({
  ...own,
  upload: ({ data, files }, options) =>
    inWorkFolder(async (folder) => {
      const admitted: AdmittedFile[] = []
      for (const file of [files].flat()) admitted.push(await admitFile(file, folder))
      await keepPictures(strapi, admitted, folder)
      return own.upload({ data, files: admitted }, options)
    }),
  replace: (id, { data, file }, options) =>
    inWorkFolder(async (folder) => {
      const replaced = await own.findOne(id)
      if (!replaced) throw new errors.NotFoundError()
      const admitted = await admitFile(file, folder, replaced.ext ?? '')
      await keepPictures(strapi, [admitted], folder)
      return own.replace(id, { data, file: admitted }, options)
    }),
})

/** Strapi would decode a picture again to see whether it is broken, and save it again to make it smaller. */
const pictureService = {
  isImage: async ({ mime }: StoredPicture) => pictureMimes.has(mime),
  isFaultyImage: async () => false,
  isOptimizableImage: async () => true,
  /** the name of the cleaned file is the hash of its content: admit-file.ts */
  optimize: async (file: StoredPicture) => ({ ...file, contentHash: path.parse(file.filepath).name }),
}

export function extendUpload(plugin: Plugin): Plugin {
  const { schema } = plugin.contentTypes.file
  schema.attributes.contentHash = { type: 'string', maxLength: 64, private: true, configurable: false }
  schema.indexes.push({ name: 'upload_files_content_hash_index', columns: ['content_hash'], type: null })
  const ownUpload = plugin.services.upload
  plugin.services.upload = ({ strapi }) => withOurRules(strapi, ownUpload({ strapi }))
  plugin.services['image-manipulation'] = { ...(plugin.services['image-manipulation'] as object), ...pictureService }
  return plugin
}
