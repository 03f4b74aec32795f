/** Where Strapi's upload plugin is told about our rules. */
import path from 'node:path'
import type { Core } from '@strapi/types'
import { pictureMimes } from '../domain/media/file-types'
import { guardFiles, guardFolders } from './delete-many'
import { type UploadService, withOurRules } from './upload-service'

type StoredPicture = { mime: string; filepath: string }
type Guarded = Parameters<typeof guardFiles>[1]
type Plugin = {
  services: Record<string, unknown> & { upload: (context: { strapi: Core.Strapi }) => UploadService }
  contentTypes: Record<string, { schema: { attributes: Record<string, unknown>; indexes: unknown[] } }>
}

/** Strapi would decode a picture again to see whether it is broken, and save it again to make it smaller. */
const pictureService = {
  isImage: async ({ mime }: StoredPicture) => pictureMimes.has(mime),
  isFaultyImage: async () => false,
  isOptimizableImage: async () => true,
  /** the name of the cleaned file is the hash of its content: admit-file.ts */
  optimize: async (file: StoredPicture) => ({ ...file, contentHash: path.parse(file.filepath).name }),
}

const contentHash = { type: 'string', maxLength: 64, private: true, configurable: false }
const byContentHash = { name: 'upload_files_content_hash_index', columns: ['content_hash'], type: null }

/** The plugin given stays as it is: a process that starts Strapi again is given the same one. */
export function extendUpload(plugin: Plugin): Plugin {
  const { schema } = plugin.contentTypes.file
  const file = {
    schema: {
      ...schema,
      attributes: { ...schema.attributes, contentHash },
      indexes: [...schema.indexes, byContentHash],
    },
  }
  return {
    ...plugin,
    contentTypes: { ...plugin.contentTypes, file },
    services: {
      ...plugin.services,
      file: ({ strapi }: { strapi: Core.Strapi }) => guardFiles(strapi, plugin.services.file as Guarded),
      folder: ({ strapi }: { strapi: Core.Strapi }) => guardFolders(strapi, plugin.services.folder as Guarded),
      upload: ({ strapi }) => withOurRules(strapi, plugin.services.upload({ strapi })),
      'image-manipulation': { ...(plugin.services['image-manipulation'] as object), ...pictureService },
    },
  }
}
